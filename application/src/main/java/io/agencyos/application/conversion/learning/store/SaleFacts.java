package io.agencyos.application.conversion.learning.store;

import io.agencyos.domain.conversion.detect.Sales;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What came of meetings and deals. Needs an open unit of work of the tenant, as worker. Source: conversion intelligence 10.
 */
@SecondaryPort
@FunctionalInterface
public interface SaleFacts {

    /** Where nothing is sold. */
    SaleFacts NONE = (client, meetings, deals, cutOff) -> Sales.NONE;

    /**
     * As it stood at a cut-off.
     *
     * @param meetings when meetings were to take place
     * @param deals when deals were closed
     */
    Sales sales(ClientId client, LearningFacts.Span meetings, LearningFacts.Span deals, Instant cutOff);
}
