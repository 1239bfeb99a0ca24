package io.agencyos.application.platform;

/**
 * What connecting vendors needs from outside.
 *
 * @param turns lets one connection of an account happen at a time
 */
public record VendorPorts(VendorAccounts accounts, VendorHooks hooks, VendorObjects turns, Audit audit) {}
