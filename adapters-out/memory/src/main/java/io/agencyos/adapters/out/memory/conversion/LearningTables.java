package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.deal.MemoryBookingTouches;
import io.agencyos.adapters.out.memory.deal.MemoryMeetingOutcomes;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemoryChannelPlans;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;

/** The tables of the other fakes that facts are made of. */
public record LearningTables(
        MemorySentLog sent,
        MemoryMeetingOutcomes outcomes,
        MemoryLeadScores scores,
        MemoryLeads leads,
        MemoryCampaigns campaigns,
        MemoryChannelPlans plans,
        MemoryMeetings meetings,
        MemoryReplies replies,
        MemoryClients clients,
        MemoryBookingTouches bookings) {}
