package io.agencyos.application.content;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.store.Breakers;

/** What spending on models needs to know, and whom it tells that a day's money is gone. */
public record SpendingPorts(SpendLedger ledger, Clients clients, Breakers breakers, Alerts alerts) {}
