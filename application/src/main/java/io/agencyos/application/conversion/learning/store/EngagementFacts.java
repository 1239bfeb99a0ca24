package io.agencyos.application.conversion.learning.store;

import io.agencyos.domain.conversion.detect.Conversations;
import io.agencyos.domain.conversion.detect.Engagement;
import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What people did with what was sent to them, counted in the store. Needs an open unit of work of the tenant, as worker.
 * Source: conversion intelligence 8, 9.1, 18.
 */
@SecondaryPort
public interface EngagementFacts {

    /** Where nobody is listened to. */
    EngagementFacts NONE = new EngagementFacts() {
        @Override
        public Engagement engagement(ClientId client, LearningFacts.Span span) {
            return Engagement.NONE;
        }

        @Override
        public Conversations conversations(ClientId client, LearningFacts.Span span) {
            return Conversations.NONE;
        }
    };

    /** Of delivered e-mails of a span that are facts already; openings and clicks of people only. */
    Engagement engagement(ClientId client, LearningFacts.Span span);

    /** Of threads that began within a span and in which the lead wrote. */
    Conversations conversations(ClientId client, LearningFacts.Span span);
}
