package io.agencyos.domain.client.identity;

/** A person together with the role in one client. */
public record Member(User user, Membership membership) {}
