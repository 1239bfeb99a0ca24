package io.agencyos.application.outreach.store;

import io.agencyos.application.campaign.store.Enrolments;

/** The stores that the send protocol itself keeps, handed to its use cases together. */
public record OutreachStores(
        Enrolments enrolments,
        Touches touches,
        Quotas quotas,
        Approvals approvals,
        GateLog gateLog,
        CallLog callLog,
        SentLog sentLog,
        ConsentBasis consents) {}
