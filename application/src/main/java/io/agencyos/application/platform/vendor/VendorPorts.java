package io.agencyos.application.platform.vendor;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Tasks;

/**
 * What connecting vendors needs from outside.
 *
 * @param removals hooks that vendors are still to take away
 * @param turns lets one connection of an account happen at a time
 * @param tasks tells people what a vendor did not let us do
 */
public record VendorPorts(
        VendorAccounts accounts,
        VendorHooks hooks,
        HookRemovals removals,
        VendorObjects turns,
        Tasks tasks,
        Audit audit) {}
