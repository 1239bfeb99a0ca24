package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.conversation.MemoryWebhookInbox;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.vendor.HookCheckStories;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.shared.UnitOfWork;

class MemoryHookCheckStoriesTest extends HookCheckStories {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryWebhookInbox inbox = new MemoryWebhookInbox(units);
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final VendorPorts ports = new VendorPorts(
            new MemoryVendorAccounts(units),
            new MemoryVendorHooks(units),
            new MemoryHookRemovals(units),
            new MemoryVendorObjects(),
            new MemoryTasks(units),
            new MemoryAudit(units));

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected VendorPorts ports() {
        return ports;
    }

    @Override
    protected WebhookInbox inbox() {
        return inbox;
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }
}
