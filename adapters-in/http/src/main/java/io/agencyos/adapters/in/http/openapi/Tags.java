package io.agencyos.adapters.in.http.openapi;

import java.util.Map;
import java.util.Optional;

/** What the groups of routes in the document are about, one sentence each; a test finds the one that is missing. */
final class Tags {

    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("API keys", "Keys by which programs act for a client, with the scopes that they have."),
            Map.entry("Activities", "What happened, event by event."),
            Map.entry("Approvals", "Messages that wait for a person before they leave."),
            Map.entry("Audit", "Who did what, and when; nothing in it is ever changed."),
            Map.entry("Billing", "Plan, subscription, credits and what they were spent on."),
            Map.entry("Campaigns", "Campaigns with their sequences, shares and states."),
            Map.entry("Clients", "The client itself: identity, settings, profile, personas, pausing and leaving."),
            Map.entry("Customers", "Companies that a client serves already and that are left alone."),
            Map.entry("Deals", "What meetings came to, stage by stage."),
            Map.entry("Documentation", "This document, the page to read it and a page for every error code."),
            Map.entry("Health", "Whether the product answers and is ready."),
            Map.entry("Hooks", "Where vendors report what happened; not for callers of this API."),
            Map.entry("Imports", "Files of leads, customers and suppressions: in, looked at, and taken back."),
            Map.entry("Integrations", "A client's own accounts at vendors."),
            Map.entry("Jobs", "Long work: how far it is, what came of it, and what stands in its way."),
            Map.entry("Leads", "The people whom a client may write to."),
            Map.entry("Learning", "What converts: patterns, weights, suggestions and experiments."),
            Map.entry("LinkedIn", "Seats and connections on LinkedIn."),
            Map.entry("Live stream", "Changes as they happen, by Server-Sent Events."),
            Map.entry("Meetings", "Meetings from booking to outcome."),
            Map.entry("Notifications", "What a person is told of what happens, and wants to be told."),
            Map.entry("Opt-out", "The pages behind the opt-out link of every message."),
            Map.entry("Own account", "A person's own password, address, sign-ins and second factor."),
            Map.entry("People", "Whoever is signed in, members and invitations."),
            Map.entry("Plans", "What can be booked; open to everybody."),
            Map.entry("Platform", "For staff of the platform, with a second factor."),
            Map.entry("Pool", "People who are nobody's lead yet, as a client sees them."),
            Map.entry("Post", "Letters on paper: the account, what is under way, and postal addresses of leads."),
            Map.entry("Privacy", "People who ask what is held of them, or that it is erased."),
            Map.entry("Replies", "What leads wrote back and what it means."),
            Map.entry("Reports", "Figures over campaigns, channels and time."),
            Map.entry("Resources", "Mailboxes, domains and numbers that a client sends from."),
            Map.entry("Search", "One question over leads, campaigns, replies and meetings."),
            Map.entry("Sign-in", "Getting in: tokens, sign-up, invitations, lost passwords."),
            Map.entry("Suppression", "Who must not be contacted, and why."),
            Map.entry("Tasks", "What waits for a person beside approvals."),
            Map.entry("Threads", "Conversations with leads, message by message."),
            Map.entry("Touches", "Messages that are planned, under way or sent."),
            Map.entry("Webhooks", "Events that are sent to a client's own programs."));

    private Tags() {}

    /** Empty for a group that nobody has described. */
    static Optional<String> said(String tag) {
        return Optional.ofNullable(SAID.get(tag));
    }
}
