package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.ReplenishmentMode;
import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.client.TestMode;
import io.agencyos.domain.shared.Channel;
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
                false,
                new TestRecipients("sam@northlight.example", null, null),
                0);

        static SettingsShown of(ClientSettings settings, boolean requireMfa) {
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
                    settings.testMode().on(),
                    TestRecipients.of(settings.testMode()),
                    settings.version());
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

        TestMode read(boolean on, FieldErrors errors) {
            return new TestMode(
                    on,
                    email == null
                            ? null
                            : errors.read("/test_recipients/email", EmailAddress.parse(email))
                                    .orElse(null),
                    phone == null
                            ? null
                            : errors.read("/test_recipients/phone", PhoneNumbers.parse(phone, Country.AUSTRALIA))
                                    .orElse(null),
                    linkedinUrl == null
                            ? null
                            : errors.read("/test_recipients/linkedin_url", LinkedInUrl.parse(linkedinUrl))
                                    .orElse(null));
        }
    }

    /** A merge patch of the settings. */
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
            Change<Boolean> testMode,
            Change<TestRecipients> testRecipients) {}
}
