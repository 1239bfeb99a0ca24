package io.agencyos.application.testing;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.SequenceUse;
import io.agencyos.domain.campaign.sequence.DefaultSequence;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.campaign.sequence.StepSkipIf;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Campaigns and senders for tests, with defaults under which everything is allowed. */
public final class Campaignbook {

    private Campaignbook() {}

    /** An active campaign that runs all week on the default e-mail sequence. */
    public static Campaign active(ClientId client, PermissionMode mode, Instant now) {
        return active(client, mode, "Growth leads", now);
    }

    /** The same by another name, for a client's second. */
    public static Campaign active(ClientId client, PermissionMode mode, String name, Instant now) {
        CampaignSettings settings = CampaignSettings.named(name, ZoneId.of("Australia/Sydney"))
                .permitted(mode)
                .mixed(new ChannelMix(100, 0, 0, 0, 0))
                .floored(new ChannelFloors(60, 60, 60));
        CampaignId id = new CampaignId(UUID.randomUUID());
        return Campaign.draft(id, client, CampaignOrigin.CUSTOM, settings, now).activated(100, now);
    }

    /** The same, whose leads move their next step by what they do. */
    public static Campaign adaptive(Campaign of) {
        SequenceUse sequence =
                new SequenceUse(of.sequence().version(), of.sequence().isDefault(), true);
        return new Campaign(
                of.id(),
                of.clientId(),
                of.origin(),
                of.settings(),
                of.priorityPct(),
                sequence,
                of.life(),
                false,
                of.version());
    }

    /** E-mails on days 0, 8 and, from spare capacity, 13. */
    public static Sequence emails(Campaign campaign) {
        return standard(campaign, Set.of(Channel.EMAIL));
    }

    /** The default sequence of a client with senders on these channels. */
    public static Sequence standard(Campaign campaign, Set<Channel> senders) {
        return new Sequence(
                campaign.clientId(), campaign.id(), 1, DefaultSequence.steps(senders), campaign.createdAt());
    }

    /** Texts on days 0, 8 and 13. */
    public static Sequence texts(Campaign campaign) {
        return new Sequence(
                campaign.clientId(),
                campaign.id(),
                1,
                List.of(
                        text(1, 0, StepPurpose.INTRO),
                        text(2, 8, StepPurpose.VALUE_ADD),
                        text(3, 13, StepPurpose.BREAKUP)),
                campaign.createdAt());
    }

    /** Calls on days 0, 8 and 13. */
    public static Sequence calls(Campaign campaign) {
        return new Sequence(
                campaign.clientId(),
                campaign.id(),
                1,
                List.of(
                        ringing(TouchKind.VOICE, 1, 0, StepPurpose.CONNECT),
                        ringing(TouchKind.VOICE, 2, 8, StepPurpose.DISCOVERY),
                        ringing(TouchKind.VOICE, 3, 13, StepPurpose.BREAKUP)),
                campaign.createdAt());
    }

    /** Letters on days 0, 8 and 13. */
    public static Sequence letters(Campaign campaign) {
        return new Sequence(
                campaign.clientId(),
                campaign.id(),
                1,
                List.of(letter(1, 0), letter(2, 8), letter(3, 13)),
                campaign.createdAt());
    }

    private static SequenceStep letter(int no, int day) {
        return new SequenceStep(
                no,
                Channel.MAIL,
                TouchKind.LETTER,
                day,
                StepPurpose.VALUE_ADD,
                StepSkipIf.ADDRESS_MISSING,
                null,
                null,
                null,
                false,
                true,
                false,
                null,
                SequenceStep.SMART_PROMPT);
    }

    private static SequenceStep text(int no, int day, StepPurpose purpose) {
        return ringing(TouchKind.SMS, no, day, purpose);
    }

    private static SequenceStep ringing(TouchKind kind, int no, int day, StepPurpose purpose) {
        return new SequenceStep(
                no,
                kind.channel(),
                kind,
                day,
                purpose,
                StepSkipIf.PHONE_MISSING,
                null,
                null,
                null,
                false,
                true,
                false,
                null,
                SequenceStep.SMART_PROMPT);
    }

    /** Three steps on LinkedIn, on the days of the others. */
    public static Sequence acts(Campaign campaign) {
        return new Sequence(
                campaign.clientId(),
                campaign.id(),
                1,
                List.of(
                        act(1, 0, StepPurpose.CONNECT),
                        act(2, 8, StepPurpose.VALUE_ADD),
                        act(3, 13, StepPurpose.BREAKUP)),
                campaign.createdAt());
    }

    private static SequenceStep act(int no, int day, StepPurpose purpose) {
        return new SequenceStep(
                no,
                Channel.LINKEDIN,
                TouchKind.LI_INVITE,
                day,
                purpose,
                StepSkipIf.LINKEDIN_URL_MISSING,
                null,
                null,
                null,
                false,
                true,
                false,
                null,
                SequenceStep.SMART_PROMPT);
    }

    /** A connected, authenticated mailbox whose domain is warm, or was never warmed up. */
    public static Mailbox mailbox(ClientId client, String address, Instant now, @Nullable Duration warmFor) {
        EmailAddress email = new EmailAddress(address);
        return new Mailbox(
                new ResourceId(UUID.randomUUID()),
                client,
                email,
                new ResourceId(UUID.randomUUID()),
                new DomainName(address.substring(address.indexOf('@') + 1)),
                "fake-mail",
                "mbox-" + address.substring(0, address.indexOf('@')),
                MailboxState.CONNECTED,
                DomainHealth.GOOD,
                warmFor == null ? null : now.minus(warmFor),
                true,
                null,
                null);
    }

    /** Somebody in whose name the client writes. */
    public static Persona persona(ClientId client) {
        return new Persona(
                new PersonaId(UUID.randomUUID()),
                client,
                "Sam",
                "Okoro",
                "Head of Partnerships",
                null,
                null,
                "",
                null,
                null,
                true,
                true,
                0);
    }
}
