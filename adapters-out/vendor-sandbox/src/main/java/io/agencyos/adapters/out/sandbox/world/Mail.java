package io.agencyos.adapters.out.sandbox.world;

/** A message as its reader gets it. {@code body} is HTML or text. */
public record Mail(String sender, String fromName, String fromAddress, String toAddress, String subject, String body) {}
