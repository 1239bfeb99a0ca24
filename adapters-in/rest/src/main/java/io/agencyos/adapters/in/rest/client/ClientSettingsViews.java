package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.application.client.SettingsElsewhere;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** The settings of a client as they are shown and changed. Source: api 9.2. */
public final class ClientSettingsViews {

    private ClientSettingsViews() {}

    /**
     * How the product behaves for the client.
     *
     * @param minPipelineAlert a smaller pipeline is told, in leads; 0 for never
     * @param hotCostGuard only the best tenth of a month's started leads is treated as premium
     * @param requireMfa people come in with a second factor only
     * @param aiDisclosure a call says in its opening that a machine speaks, and not only when asked
     * @param cisRefinementEnabled whether searches may be refined by what was learned; also told as {@code refinement} of
     *     {@code learning-settings}
     * @param explore how much is left to chance, so that learning goes on
     * @param mail whether letters are written, and for how much
     * @param aiDailyBudgetCents what models may cost the client on a day, where it wants less than its plan allows; null for what the plan
     *     allows
     * @param testMode everything that leaves goes to the test recipients; without one nothing leaves on that channel
     */
    public record SettingsShown(
            ReplenishmentMode replenishmentMode,
            boolean autoReplenish,
            int minPipelineAlert,
            boolean replyAutomation,
            boolean openTracking,
            boolean clickTracking,
            SeoMode seoMode,
            boolean hotCostGuard,
            boolean requireMfa,
            boolean aiDisclosure,
            boolean cisRefinementEnabled,
            Explore explore,
            Mail mail,
            @Nullable Long aiDailyBudgetCents,
            String currency,
            boolean testMode,
            TestRecipients testRecipients,
            int version) {

        static final SettingsShown EXAMPLE = new SettingsShown(
                ReplenishmentMode.SMART,
                true,
                100,
                true,
                true,
                false,
                SeoMode.PRESENCE,
                false,
                false,
                true,
                true,
                new Explore(5, 10, 10, 20),
                new Mail(true, 25_000L, "AUD"),
                2_000L,
                "AUD",
                false,
                new TestRecipients("sam@northlight.example", null, null),
                0);

        static SettingsShown of(ClientSettings settings, boolean requireMfa, SettingsElsewhere.Kept elsewhere) {
            Money ai = settings.aiPerDay();
            return new SettingsShown(
                    settings.replenishmentMode(),
                    settings.autoReplenish(),
                    settings.minPipelineAlert(),
                    settings.replyAutomation(),
                    settings.openTracking(),
                    settings.clickTracking(),
                    settings.seoMode(),
                    settings.hotCostGuard(),
                    requireMfa,
                    settings.aiDisclosure(),
                    elsewhere.refinement(),
                    Explore.of(elsewhere.explore()),
                    Mail.of(elsewhere),
                    ai == null ? null : ai.cents(),
                    "AUD",
                    settings.testMode().on(),
                    TestRecipients.of(settings.testMode()),
                    settings.version());
        }
    }

    /**
     * Percent of the traffic that ignores what was learned; told and taken at {@code learning-settings}, too.
     *
     * @param assignments percent of leads that are chosen by lot instead of by score, 0 to 20
     * @param sends percent of sends whose time is drawn by lot, 0 to 20
     * @param channels percent of leads whose order of channels is drawn by lot, 0 to 20
     * @param sourcing percent of searches that leave aside what was learned, 0 to 50
     */
    public record Explore(int assignments, int sends, int channels, int sourcing) {

        static Explore of(LearningSettings.Explore shares) {
            return new Explore(shares.assignments(), shares.sends(), shares.channels(), shares.sourcing());
        }
    }

    /**
     * Letters; the address that they come back to stands at {@code post}.
     *
     * @param enabled whether letters may be sent
     * @param budgetCents what they may cost in a month; null for no limit but that of the day
     */
    public record Mail(boolean enabled, @Nullable Long budgetCents, String currency) {

        static Mail of(SettingsElsewhere.Kept kept) {
            return new Mail(
                    kept.mail(),
                    kept.mailBudget() == null ? null : kept.mailBudget().cents(),
                    "AUD");
        }
    }

    /**
     * A merge patch of these shares.
     *
     * @param assignments percent of leads that are chosen by lot instead of by score
     * @param sends percent of sends whose time is drawn by lot
     * @param channels percent of leads whose order of channels is drawn by lot
     * @param sourcing percent of searches that leave aside what was learned
     */
    public record PatchExplore(
            @Range(min = 0, max = 20) Change<Integer> assignments,
            @Range(min = 0, max = 20) Change<Integer> sends,
            @Range(min = 0, max = 20) Change<Integer> channels,
            @Range(min = 0, max = 50) Change<Integer> sourcing) {

        LearningSettings.Explore over(LearningSettings.Explore before) {
            return new LearningSettings.Explore(
                    assignments.orElse(before.assignments()),
                    sends.orElse(before.sends()),
                    channels.orElse(before.channels()),
                    sourcing.orElse(before.sourcing()));
        }
    }

    /**
     * A merge patch of what is said of letters.
     *
     * @param enabled whether letters may be sent; they need a return address and a post office, see {@code post}
     * @param budgetCents what they may cost in a month; null for no limit but that of the day
     */
    public record PatchMail(
            Change<Boolean> enabled,

            @Range(min = 0, max = 100_000_000) Change<@Nullable Long> budgetCents) {

        @Nullable
        Money budget(@Nullable Money before) {
            return budgetCents.mentioned() ? budgetCents.map(Money::new).orElse(null) : before;
        }
    }

    /**
     * People of the client's own who get what would go to leads while the test mode is on.
     *
     * @param email who gets the e-mails; null where nobody does, and then none leaves
     */
    public record TestRecipients(
            @Nullable String email,
            @Nullable String phone,
            @Nullable String linkedinUrl) {

        static TestRecipients of(TestMode mode) {
            return new TestRecipients(
                    mode.recipient(Channel.EMAIL).orElse(null),
                    mode.recipient(Channel.SMS).orElse(null),
                    mode.recipient(Channel.LINKEDIN).orElse(null));
        }
    }

    /**
     * A merge patch of these people.
     *
     * @param email who gets the e-mails; null for nobody
     * @param phone who gets texts and calls; null for nobody
     * @param linkedinUrl whose profile gets what would go to leads' profiles; null for nobody
     */
    public record PatchRecipients(
            Change<@Nullable String> email, Change<@Nullable String> phone, Change<@Nullable String> linkedinUrl) {

        static final PatchRecipients NONE = new PatchRecipients(Change.absent(), Change.absent(), Change.absent());

        TestMode over(TestMode before, boolean on, FieldErrors errors) {
            TestRecipients now = TestRecipients.of(before);
            String mail = email.orElse(now.email());
            String number = phone.orElse(now.phone());
            String profile = linkedinUrl.orElse(now.linkedinUrl());
            return new TestMode(
                    on,
                    mail == null
                            ? null
                            : errors.read("/test_recipients/email", EmailAddress.parse(mail))
                                    .orElse(null),
                    number == null
                            ? null
                            : errors.read("/test_recipients/phone", PhoneNumbers.parse(number, Country.AUSTRALIA))
                                    .orElse(null),
                    profile == null
                            ? null
                            : errors.read("/test_recipients/linkedin_url", LinkedInUrl.parse(profile))
                                    .orElse(null));
        }
    }

    /**
     * A merge patch of the settings.
     *
     * @param cisRefinementEnabled whether searches may be refined by what was learned
     * @param aiDailyBudgetCents what models may cost the client on a day, at most what its plan allows; null for that
     */
    public record PatchSettings(
            Change<ReplenishmentMode> replenishmentMode,
            Change<Boolean> autoReplenish,

            @Range(min = 0, max = ClientSettings.MOST_ALERT_BELOW)
            Change<Integer> minPipelineAlert,

            Change<Boolean> replyAutomation,
            Change<Boolean> openTracking,
            Change<Boolean> clickTracking,
            Change<SeoMode> seoMode,
            Change<Boolean> hotCostGuard,
            Change<Boolean> requireMfa,
            Change<Boolean> aiDisclosure,
            Change<Boolean> cisRefinementEnabled,
            Change<PatchExplore> explore,
            Change<PatchMail> mail,

            @Range(min = 0, max = 100_000_000) Change<@Nullable Long> aiDailyBudgetCents,

            Change<Boolean> testMode,
            Change<PatchRecipients> testRecipients) {

        /** What others are to keep from then on. */
        SettingsElsewhere.Kept elsewhere(SettingsElsewhere.Kept before) {
            PatchMail letters = mail.orElse(null);
            return new SettingsElsewhere.Kept(
                    cisRefinementEnabled.orElse(before.refinement()),
                    explore.map(shares -> shares.over(before.explore())).orElse(before.explore()),
                    letters == null ? before.mail() : letters.enabled().orElse(before.mail()),
                    letters == null ? before.mailBudget() : letters.budget(before.mailBudget()));
        }
    }
}
