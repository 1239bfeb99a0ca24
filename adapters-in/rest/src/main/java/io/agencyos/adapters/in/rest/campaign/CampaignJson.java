package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.campaign.CampaignView;
import io.agencyos.application.campaign.store.CampaignTotals;
import io.agencyos.application.conversion.ConversionByTier;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignLife;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.PermissionMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Campaigns as the API takes and shows them. Source: api 8. */
final class CampaignJson {

    private static final Instant AT = Instant.parse("2026-03-02T00:00:00Z");

    private CampaignJson() {}

    /** Between which times of day the campaign works. */
    record Hours(LocalTime start, LocalTime end) {}

    /** Whom it wants; an empty list takes the client's profile. */
    record Target(
            @Items(max = 50) @Text(max = 120) List<String> industries,
            @Items(max = 50) @Text(max = 120) List<String> titles,
            @Items(max = 50) @Text(max = 120) List<String> companySizes,
            @Items(max = 50) @Text(max = 120) List<String> locations) {

        CampaignTarget target() {
            return new CampaignTarget(industries, titles, companySizes, locations);
        }

        static Target of(CampaignTarget target) {
            return new Target(target.industries(), target.titles(), target.companySizes(), target.locations());
        }
    }

    /**
     * Shares of the channels; the rules of their sum are the domain's.
     *
     * @param email of a hundred touches, those by e-mail; 0 switches the channel off
     * @param sms of a hundred touches, those by text message; 0 switches the channel off
     * @param linkedin of a hundred touches, those on LinkedIn; 0 switches the channel off
     * @param voice of a hundred touches, those by telephone; 0 switches the channel off
     * @param mail of a hundred touches, those by letter; 0 switches the channel off
     */
    record Mix(int email, int sms, int linkedin, int voice, int mail) {

        ChannelMix mix() {
            return new ChannelMix(email, sms, linkedin, voice, mail);
        }

        static Mix of(ChannelMix mix) {
            return new Mix(mix.email(), mix.sms(), mix.linkedin(), mix.voice(), mix.mail());
        }
    }

    /**
     * Its own cost floors; null takes the platform's.
     *
     * @param voice the least score for a call; null takes the platform's
     * @param sms the least score for a text message; null takes the platform's
     * @param mail the least score for a letter; null takes the platform's
     */
    record Floors(
            @Nullable Integer voice,
            @Nullable Integer sms,
            @Nullable Integer mail) {

        ChannelFloors floors() {
            return new ChannelFloors(voice, sms, mail);
        }

        static Floors of(ChannelFloors floors) {
            return new Floors(floors.voice(), floors.sms(), floors.mail());
        }
    }

    /**
     * What a new campaign is made of; only the name is needed. Blank texts are the domain's to refuse, with all else.
     *
     * @param name what colleagues call the campaign
     * @param description what colleagues wrote down about the campaign; null where nobody did
     * @param origin how the campaign came to be; null takes {@code custom}
     * @param dailyLimit the most touches in a day of the campaign's clock, over all channels; null means no limit of its own
     */
    record NewCampaign(
            @Text(min = 0, max = 1000) String name,
            @Text(min = 0, max = 5000) @Nullable String description,
            @Nullable CampaignOrigin origin,
            @Nullable PermissionMode permissionMode,
            @Nullable Target target,
            @Nullable Mix channelMix,
            @Nullable Floors channelFloors,
            @Nullable Integer touchGapDays,
            @Nullable Integer channelCooldownDays,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable Integer dailyLimit,
            @Nullable ZoneId timezone,
            @Nullable Hours workHours,
            @Nullable List<Integer> workDays) {

        static final NewCampaign EXAMPLE = new NewCampaign(
                "Growth leads",
                null,
                CampaignOrigin.CUSTOM,
                null,
                new Target(List.of("Marketing"), List.of(), List.of(), List.of()),
                new Mix(100, 0, 0, 0, 0),
                new Floors(null, null, null),
                2,
                5,
                LocalDate.of(2026, 3, 2),
                null,
                40,
                ZoneId.of("Australia/Sydney"),
                new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                List.of(1, 2, 3, 4, 5));
    }

    /**
     * A merge patch of a campaign.
     *
     * @param name what colleagues call the campaign
     * @param description what colleagues wrote down about the campaign; null where nobody did
     * @param dailyLimit the most touches in a day of the campaign's clock, over all channels; null means no limit of its own
     */
    record PatchCampaign(
            @Text(min = 0, max = 1000) Change<String> name,
            @Text(min = 0, max = 5000) Change<@Nullable String> description,
            Change<@Nullable PermissionMode> permissionMode,
            Change<Target> target,
            Change<Mix> channelMix,
            Change<Floors> channelFloors,
            Change<Integer> touchGapDays,
            Change<Integer> channelCooldownDays,
            Change<@Nullable LocalDate> startDate,
            Change<@Nullable LocalDate> endDate,
            Change<@Nullable Integer> dailyLimit,
            Change<ZoneId> timezone,
            Change<Hours> workHours,
            Change<List<Integer>> workDays) {

        static final PatchCampaign EXAMPLE = new PatchCampaign(
                Change.to("Spring leads"),
                Change.absent(),
                Change.to(null),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.to(60),
                Change.absent(),
                Change.absent(),
                Change.absent());
    }

    /**
     * How many enrolments are in each state.
     *
     * @param pending enrolments that wait for their first touch
     * @param active enrolments that run
     * @param snoozed enrolments that go on at a later date
     * @param held enrolments that a person or an event has to lift; the lead's own page says which
     * @param completed enrolments of which every step is done or passed over
     * @param converted enrolments of which a meeting or a deal came
     * @param stopped enrolments that ended early
     */
    record Enrolments(
            int pending,
            int active,
            int awaitingOutcome,
            int snoozed,
            int held,
            int completed,
            int converted,
            int stopped) {

        static Enrolments of(Map<EnrolmentState, Integer> states) {
            return new Enrolments(
                    states.getOrDefault(EnrolmentState.PENDING, 0),
                    states.getOrDefault(EnrolmentState.ACTIVE, 0),
                    states.getOrDefault(EnrolmentState.AWAITING_OUTCOME, 0),
                    states.getOrDefault(EnrolmentState.SNOOZED, 0),
                    states.getOrDefault(EnrolmentState.HELD, 0),
                    states.getOrDefault(EnrolmentState.COMPLETED, 0),
                    states.getOrDefault(EnrolmentState.CONVERTED, 0),
                    states.getOrDefault(EnrolmentState.STOPPED, 0));
        }
    }

    /**
     * What came of the campaign since it began, counted as the reports count; its report tells the same of a span of days.
     *
     * @param leads the leads that belong to the campaign now
     * @param contacted the leads to whom the campaign sent at least one message, call or letter
     * @param replied of the leads contacted, those who replied; answers of machines do not count
     * @param converted of the leads contacted, those with a deal
     * @param replyRate replied divided by contacted, 0 to 1; null where nobody was contacted
     * @param conversionRate converted divided by contacted, 0 to 1; null where nobody was contacted
     * @param meetingsBooked meetings with the campaign's leads that were not called off
     * @param showRate of the meetings that are over and of which somebody said, the share to which the lead came; null where
     *     there was none
     * @param activeSequences enrolments of the campaign that are not over, those on hold among them
     */
    record Metrics(
            int leads,
            int contacted,
            int replied,
            int converted,
            @Nullable BigDecimal replyRate,
            @Nullable BigDecimal conversionRate,
            int meetingsBooked,
            @Nullable BigDecimal showRate,
            int activeSequences) {

        static Metrics of(CampaignView view) {
            CampaignTotals.Totals totals = view.totals();
            return new Metrics(
                    totals.leads(),
                    totals.contacted(),
                    totals.replied(),
                    totals.converted(),
                    ConversionByTier.rate(totals.replied(), totals.contacted()),
                    ConversionByTier.rate(totals.converted(), totals.contacted()),
                    totals.meetingsBooked(),
                    ConversionByTier.rate(totals.showed(), totals.showed() + totals.missed()),
                    view.activeSequences());
        }
    }

    /**
     * A campaign as it is shown.
     *
     * @param name what colleagues call the campaign
     * @param description what colleagues wrote down about the campaign; null where nobody did
     * @param status only an active campaign sends; a draft never did, a paused one goes on later, a completed one does not
     * @param origin whether people made the campaign, took up a suggestion or used a template
     * @param dailyLimit the most touches in a day of the campaign's clock, over all channels; null means no limit of its own
     * @param pauseOrigin whether a member paused it, the client's stop did, or the product; null while it is not paused
     * @param enrolments how many of the campaign's leads are in which state
     * @param metrics what came of the campaign so far
     */
    record CampaignShown(
            UUID id,
            UUID clientId,
            String name,
            @Nullable String description,
            CampaignStatus status,
            @Nullable PermissionMode permissionMode,
            CampaignOrigin origin,
            int priorityPct,
            Target target,
            Mix channelMix,
            Floors channelFloors,
            int touchGapDays,
            int channelCooldownDays,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable Integer dailyLimit,
            ZoneId timezone,
            Hours workHours,
            List<Integer> workDays,
            int sequenceStepsCount,
            int sequenceVersion,
            boolean usesDefaultSequence,
            @Nullable Instant pausedAt,
            @Nullable String pauseReason,
            @Nullable UUID pausedBy,
            CampaignPause.@Nullable Origin pauseOrigin,
            @Nullable Instant activatedAt,
            @Nullable Instant completedAt,
            Enrolments enrolments,
            Metrics metrics,
            Instant createdAt,
            Instant updatedAt,
            int version) {

        static final CampaignShown EXAMPLE = new CampaignShown(
                UUID.fromString("019baaaa-0000-7000-8000-000000000010"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                "Growth leads",
                null,
                CampaignStatus.ACTIVE,
                null,
                CampaignOrigin.CUSTOM,
                100,
                new Target(List.of(), List.of(), List.of(), List.of()),
                new Mix(100, 0, 0, 0, 0),
                new Floors(null, null, null),
                2,
                5,
                null,
                null,
                null,
                ZoneId.of("Australia/Sydney"),
                new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                List.of(1, 2, 3, 4, 5),
                3,
                1,
                true,
                null,
                null,
                null,
                null,
                AT,
                null,
                new Enrolments(12, 40, 2, 1, 0, 3, 1, 4),
                new Metrics(63, 48, 3, 1, new BigDecimal("0.0625"), new BigDecimal("0.0208"), 1, null, 55),
                AT,
                AT,
                1);

        static CampaignShown of(CampaignView view) {
            Campaign campaign = view.campaign();
            CampaignSettings settings = campaign.settings();
            CampaignLife life = campaign.life();
            CampaignPause pause = life.pause();
            return new CampaignShown(
                    campaign.id().value(),
                    campaign.clientId().value(),
                    campaign.name(),
                    settings.description(),
                    campaign.status(),
                    campaign.permissionMode(),
                    campaign.origin(),
                    campaign.priorityPct(),
                    Target.of(campaign.target()),
                    Mix.of(campaign.channelMix()),
                    Floors.of(campaign.floors()),
                    settings.pace().gapDays(),
                    settings.pace().channelCooldownDays(),
                    settings.startDate(),
                    settings.endDate(),
                    settings.pace().dailyLimit(),
                    campaign.timezone(),
                    new Hours(settings.workHours().start(), settings.workHours().end()),
                    settings.workHours().days().stream()
                            .map(day -> day.getValue())
                            .sorted(Comparator.naturalOrder())
                            .toList(),
                    view.sequence().steps().size(),
                    campaign.sequence().version(),
                    campaign.sequence().isDefault(),
                    pause == null ? null : pause.at(),
                    pause == null ? null : pause.reason(),
                    pause == null || pause.by() == null ? null : pause.by().value(),
                    pause == null ? null : pause.origin(),
                    life.activatedAt(),
                    life.completedAt(),
                    Enrolments.of(view.enrolments()),
                    Metrics.of(view),
                    life.createdAt(),
                    life.updatedAt(),
                    campaign.version());
        }
    }
}
