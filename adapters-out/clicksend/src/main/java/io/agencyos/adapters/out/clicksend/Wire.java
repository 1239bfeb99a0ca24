package io.agencyos.adapters.out.clicksend;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsFrom;
import io.agencyos.application.resource.PhoneNumberProvisioner;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The vendor's JSON. What it answers is read field by field, since its numbers are text as often as not. Source: clicksend 2, 4. */
final class Wire {

    private static final String SOURCE = "agency-os";

    /** Nobody's: what is sent there is taken and goes nowhere. */
    private static final String TEST_NUMBER = "+61411111111";

    private Wire() {}

    record Texts(@JsonProperty("shorten_urls") boolean shortenUrls, List<Text> messages) {

        /** One text in a call of its own: a batch would share one unknown outcome. */
        static Texts of(SmsCommand command) {
            String from = switch (command.from()) {
                case SmsFrom.Dedicated(var number) -> number.e164();
                case SmsFrom.AlphaTag(var tag) -> tag;
                case SmsFrom.Shared() -> null;
            };
            return new Texts(
                    false,
                    List.of(new Text(SOURCE, from, command.to().e164(), command.text(), command.idempotencyKey())));
        }

        /** To nobody, for its price. */
        static Texts trial(PhoneNumber from) {
            return new Texts(false, List.of(new Text(SOURCE, from.e164(), TEST_NUMBER, "One segment", "price")));
        }
    }

    record Text(
            String source,
            @Nullable String from,
            String to,
            String body,
            @JsonProperty("custom_string") String customString) {}

    /** Who buys a number for what. */
    record Purchase(
            @JsonProperty("dedicated_number") String dedicatedNumber,
            String type,
            @JsonProperty("registration_data") Registered registrationData) {

        static Purchase of(PhoneNumber number, PhoneNumberProvisioner.Registration by) {
            return new Purchase(
                    number.e164(),
                    "sms",
                    new Registered(
                            by.business(),
                            by.address(),
                            by.suburb(),
                            by.postcode(),
                            by.state(),
                            by.contact(),
                            by.contactNumber().e164(),
                            "AU"));
        }
    }

    record Registered(
            @JsonProperty("business_name") String businessName,
            @JsonProperty("business_address") String businessAddress,
            String suburb,
            String postcode,
            String state,
            @JsonProperty("contact_name") String contactName,
            @JsonProperty("contact_number") String contactNumber,
            String country) {}

    /** @param webhookType left out where the kind knows no other than its own */
    record Trial(
            String url,
            @JsonProperty("webhook_type") @Nullable String webhookType) {}

    /** @param dateBefore seconds since 1970 */
    record Before(@JsonProperty("date_before") long dateBefore) {}

    /** A rule of either kind; what a kind does not know is left out. */
    record Rule(
            @JsonProperty("dedicated_number") @Nullable String dedicatedNumber,
            @JsonProperty("rule_name") String ruleName,
            @JsonProperty("message_search_type") @Nullable Integer messageSearchType,
            @JsonProperty("message_search_term") @Nullable String messageSearchTerm,
            @JsonProperty("match_type") @Nullable Integer matchType,
            String action,
            @JsonProperty("action_address") @Nullable String actionAddress,
            int enabled,
            @JsonProperty("webhook_type") @Nullable String webhookType) {}

    /** Part of a list: {@code data} may be the list itself or a page of it. */
    record Page(List<JsonNode> items, boolean last) {

        /** @param page the number that was asked for, from 1 */
        static Optional<Page> of(JsonNode answer, int page) {
            JsonNode data = answer.path("data");
            if (data.isArray()) {
                return Optional.of(new Page(Fields.items(data), true));
            }
            if (!data.path("data").isArray()) {
                return Optional.empty();
            }
            List<JsonNode> items = Fields.items(data.path("data"));
            long lastPage = Fields.whole(data, "last_page").orElse((long) page);
            return Optional.of(new Page(items, items.isEmpty() || page >= lastPage));
        }
    }
}
