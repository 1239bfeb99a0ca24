package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.staff.KeepPlatformRules;
import io.agencyos.application.client.staff.PlatformRules;
import io.agencyos.application.platform.AlertRecipients;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds for the whole platform, as far as something reads it. Source: api 9.17 {@code P/settings}. */
public final class PlatformSettingsRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String SETTINGS = Route.P + "/settings";
    private static final int SHOWN = 4;
    private static final Settings EXAMPLE = new Settings(
            50_000,
            "AUD",
            new Floors(60, 85, 85),
            new Maintenance(false, ""),
            List.of("letterbox.example"),
            365,
            "oncall@agency.example",
            "https://hooks.slack.com/…a1b2",
            3);

    private final KeepPlatformRules rules;

    public PlatformSettingsRoutes(KeepPlatformRules rules) {
        this.rules = rules;
    }

    /**
     * The lowest scores for the channels that cost money.
     *
     * @param voice the least score for a call, 60 to 100
     * @param sms the least score for a text message, 60 to 100
     * @param mail the least score for a letter, 60 to 100
     */
    public record Floors(
            @Range(min = 60, max = 100) int voice,
            @Range(min = 60, max = 100) int sms,
            @Range(min = 60, max = 100) int mail) {}

    /**
     * Whether clients are kept out, and what they are told.
     *
     * @param enabled whether clients are kept out
     * @param message what people are told meanwhile; null for the product's own words
     */
    public record Maintenance(
            boolean enabled,
            @Nullable @Text(min = 0, max = 500) String message) {}

    /**
     * All of it; {@code version} is what If-Match names.
     *
     * @param channelFloors the least score at which dear channels are used
     * @param freeMailDomains domains of which everybody can have an address, so that they name no company
     * @param auditRetentionDays how many days entries of the audit log are kept
     * @param alertEmail who gets letters of alerts; null for nobody
     * @param slackWebhookUrl where a chat takes what alerts say: its host and the last four characters, for whoever knows all of it may
     *     post there; null for none
     */
    public record Settings(
            long aiDailyLimitCents,
            String currency,
            Floors channelFloors,
            Maintenance maintenanceMode,
            List<String> freeMailDomains,
            int auditRetentionDays,
            @Nullable String alertEmail,
            @Nullable String slackWebhookUrl,
            int version) {

        static Settings of(PlatformRules rules) {
            EmailAddress mail = rules.alerts().mail();
            return new Settings(
                    rules.aiPerDay().cents(),
                    "AUD",
                    new Floors(
                            rules.floors().voice(),
                            rules.floors().sms(),
                            rules.floors().mail()),
                    new Maintenance(
                            rules.maintenance().on(), rules.maintenance().message()),
                    rules.freeMail().stream().map(DomainName::value).toList(),
                    rules.audit().days(),
                    mail == null ? null : mail.value(),
                    hinted(rules.alerts().chat()),
                    rules.version());
        }
    }

    /**
     * All of it, in the place of what was; free-mail domains and days that are left out stay.
     *
     * @param channelFloors the least score at which dear channels are used
     * @param freeMailDomains domains of which everybody can have an address, so that they name no company; null leaves them
     *     as they are
     * @param auditRetentionDays how many days entries of the audit log are kept; null leaves it as it is
     * @param alertEmail gets a letter when an alert opens, becomes critical or is over, what is only for information left out; letters wait
     *     while the installation has no mail server; null leaves it as it is, an empty text takes it away
     * @param slackWebhookUrl an incoming webhook of Slack, or of another chat that takes <code>{"text": …}</code>, which is told the same;
     *     public and https; null, or what this resource shows of it, leaves it as it is, an empty text takes it away
     */
    public record NewSettings(
            @Range(min = 0, max = 100_000_000) int aiDailyLimitCents,
            Floors channelFloors,
            Maintenance maintenanceMode,
            @Nullable @Items(max = 500) @Text(max = 253) List<String> freeMailDomains,

            @Nullable @Range(min = AuditRetention.LEAST_DAYS, max = AuditRetention.MOST_DAYS)
            Integer auditRetentionDays,

            @Nullable @Text(min = 0, max = 320) String alertEmail,
            @Nullable @Text(min = 0, max = 2_000) String slackWebhookUrl) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(SETTINGS, "What holds for the whole platform")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Settings.class, EXAMPLE)
                        .handledBy(call -> shown(rules.show())),
                Route.put(SETTINGS, "Sets what holds for the whole platform")
                        .tag(TAG)
                        .platformAdmin()
                        .ifMatch()
                        .body(
                                NewSettings.class,
                                new NewSettings(
                                        50_000,
                                        EXAMPLE.channelFloors(),
                                        EXAMPLE.maintenanceMode(),
                                        EXAMPLE.freeMailDomains(),
                                        365,
                                        "oncall@agency.example",
                                        "https://hooks.slack.com/services/T00000000/B00000000/a1b2"))
                        .answers(Settings.class, EXAMPLE)
                        .handledBy(this::set));
    }

    private Reply<Settings> set(Call<NewSettings> call) {
        NewSettings body = call.body();
        FieldErrors errors = new FieldErrors();
        List<DomainName> freeMail = freeMail(body, errors);
        AlertRecipients alerts = alerts(body, errors);
        if (!errors.isEmpty()) {
            return Reply.invalid(errors.list());
        }
        String message = body.maintenanceMode().message();
        Integer days = body.auditRetentionDays();
        PlatformRules wanted = new PlatformRules(
                new Money(body.aiDailyLimitCents()),
                new CostFloors(
                        body.channelFloors().voice(),
                        body.channelFloors().sms(),
                        body.channelFloors().mail()),
                new PlatformRules.Maintenance(body.maintenanceMode().enabled(), message == null ? "" : message.strip()),
                freeMail,
                days == null ? rules.show().audit() : new AuditRetention(days),
                alerts,
                call.expectedVersion());
        return switch (rules.change(call.principal().userId(), wanted, call.origin())) {
            case KeepPlatformRules.Outcome.Kept(PlatformRules kept) -> shown(kept);
            case KeepPlatformRules.Outcome.Invalid(List<FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case KeepPlatformRules.Outcome.Stale(int version) ->
                Reply.refused(Problem.versionConflict(Optional.of(version)));
        };
    }

    private AlertRecipients alerts(NewSettings body, FieldErrors errors) {
        AlertRecipients now = rules.show().alerts();
        String mail = body.alertEmail();
        String chat = body.slackWebhookUrl();
        EmailAddress wantedMail = now.mail();
        if (mail != null) {
            wantedMail = mail.isBlank()
                    ? null
                    : errors.read("/alert_email", EmailAddress.parse(mail)).orElse(null);
        }
        WebhookUrl wantedChat = now.chat();
        if (chat != null && !chat.equals(hinted(wantedChat))) {
            wantedChat = WebhookUrl.parse(chat).orElse(null);
            if (wantedChat == null && !chat.isBlank()) {
                errors.add("/slack_webhook_url", "invalid", "This is no public https address.");
            }
        }
        return new AlertRecipients(wantedMail, wantedChat);
    }

    /** Enough to know it again. */
    private static @Nullable String hinted(@Nullable WebhookUrl url) {
        if (url == null) {
            return null;
        }
        String whole = url.uri().toString();
        return "https://" + url.host() + "/…" + whole.substring(Math.max(whole.length() - SHOWN, 0));
    }

    private List<DomainName> freeMail(NewSettings body, FieldErrors errors) {
        List<String> names = body.freeMailDomains();
        if (names == null) {
            return rules.show().freeMail();
        }
        List<DomainName> read = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            errors.read(
                            "/free_mail_domains/" + i,
                            DomainName.parse(names.get(i)).map(DomainName::withoutWww))
                    .ifPresent(read::add);
        }
        return read;
    }

    private static Reply<Settings> shown(PlatformRules rules) {
        return Reply.ok(Settings.of(rules)).version(rules.version());
    }
}
