package io.agencyos.application.deal.store;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** How long before a booking the touch may lie that is credited with it. Source: conversion intelligence 2.3, 25. */
@SecondaryPort
@FunctionalInterface
public interface CreditTime {

    /** The client's, 7 to 30 days; inside a unit of work of the client. */
    Duration of(ClientId client);
}
