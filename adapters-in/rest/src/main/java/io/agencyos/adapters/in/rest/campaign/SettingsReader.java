package io.agencyos.adapters.in.rest.campaign;

import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.rest.campaign.CampaignJson.Hours;
import io.agencyos.adapters.in.rest.campaign.CampaignJson.NewCampaign;
import io.agencyos.adapters.in.rest.campaign.CampaignJson.PatchCampaign;
import io.agencyos.domain.campaign.CampaignRules;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.TouchPace;
import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.shared.Result;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bodies to settings; what the rules of the domain say of the rest is told together with days that are none. */
final class SettingsReader {

    private static final ZoneId HOME = ZoneId.of("Australia/Sydney");
    private static final int SUNDAY = 7;

    private SettingsReader() {}

    static Result<CampaignSettings, List<FieldError>> of(NewCampaign body) {
        CampaignSettings named = CampaignSettings.named(body.name(), Objects.requireNonNullElse(body.timezone(), HOME));
        FieldErrors errors = new FieldErrors();
        Hours hours = body.workHours();
        WorkHours work = named.workHours();
        CampaignSettings settings = new CampaignSettings(
                body.name(),
                body.description(),
                body.permissionMode(),
                body.target() == null ? CampaignTarget.INHERITED : body.target().target(),
                body.channelMix() == null
                        ? ChannelMix.DEFAULT
                        : body.channelMix().mix(),
                body.channelFloors() == null
                        ? ChannelFloors.PLATFORM
                        : body.channelFloors().floors(),
                new TouchPace(
                        Objects.requireNonNullElse(
                                body.touchGapDays(), named.pace().gapDays()),
                        Objects.requireNonNullElse(
                                body.channelCooldownDays(), named.pace().channelCooldownDays()),
                        body.dailyLimit()),
                named.timezone(),
                new WorkHours(
                        hours == null ? work.start() : hours.start(),
                        hours == null ? work.end() : hours.end(),
                        days(body.workDays(), work.days(), errors)),
                body.startDate(),
                body.endDate());
        return checked(settings, errors);
    }

    /** Everything that the rules say of it, whatever its steps. */
    static List<FieldError> problems(NewCampaign body) {
        return switch (of(body)) {
            case Result.Ok<CampaignSettings, List<FieldError>>(CampaignSettings settings) ->
                CampaignRules.problems(settings, Set.of()).stream()
                        .map(FieldError::of)
                        .toList();
            case Result.Err<CampaignSettings, List<FieldError>>(List<FieldError> errors) -> errors;
        };
    }

    static Result<CampaignSettings, List<FieldError>> merged(CampaignSettings before, PatchCampaign body) {
        FieldErrors errors = new FieldErrors();
        WorkHours work = before.workHours();
        Hours hours = body.workHours().orElse(new Hours(work.start(), work.end()));
        CampaignSettings settings = new CampaignSettings(
                body.name().orElse(before.name()),
                body.description().orElse(before.description()),
                body.permissionMode().orElse(before.permissionMode()),
                body.target().map(CampaignJson.Target::target).orElse(before.target()),
                body.channelMix().map(CampaignJson.Mix::mix).orElse(before.channelMix()),
                body.channelFloors().map(CampaignJson.Floors::floors).orElse(before.floors()),
                new TouchPace(
                        body.touchGapDays().orElse(before.pace().gapDays()),
                        body.channelCooldownDays().orElse(before.pace().channelCooldownDays()),
                        body.dailyLimit().orElse(before.pace().dailyLimit())),
                body.timezone().orElse(before.timezone()),
                new WorkHours(hours.start(), hours.end(), days(body.workDays().orElse(null), work.days(), errors)),
                body.startDate().orElse(before.startDate()),
                body.endDate().orElse(before.endDate()));
        return checked(settings, errors);
    }

    private static Result<CampaignSettings, List<FieldError>> checked(CampaignSettings settings, FieldErrors errors) {
        if (errors.isEmpty()) {
            return Result.ok(settings);
        }
        FieldErrors all = new FieldErrors();
        CampaignRules.problems(settings, Set.of()).stream()
                .map(FieldError::of)
                .filter(error -> !error.pointer().equals("/work_days"))
                .forEach(all::add);
        errors.list().forEach(all::add);
        return Result.err(all.list());
    }

    private static Set<DayOfWeek> days(@Nullable List<Integer> asked, Set<DayOfWeek> otherwise, FieldErrors errors) {
        if (asked == null) {
            return otherwise;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < asked.size(); i++) {
            int day = asked.get(i);
            if (day < 1 || day > SUNDAY) {
                errors.add("/work_days/" + i, "out_of_range", "A day is 1 for Monday to 7 for Sunday.");
            } else {
                days.add(DayOfWeek.of(day));
            }
        }
        return days;
    }
}
