package io.agencyos.adapters.out.sandbox.population;

/** An invented company on a reserved domain. Money is whole Australian dollars; empty text where a fact is unknown. */
public record Company(
        int number,
        String name,
        String domain,
        Industry industry,
        int employees,
        Place place,
        String phone,
        String technologies,
        long annualRevenue,
        String latestFunding,
        long latestFundingAmount,
        String lastRaisedAt) {}
