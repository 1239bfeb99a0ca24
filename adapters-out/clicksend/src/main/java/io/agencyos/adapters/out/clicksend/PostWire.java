package io.agencyos.adapters.out.clicksend;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.domain.outreach.PostalAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Letters and postcards in the vendor's JSON. Source: clicksend 9. */
final class PostWire {

    static final String LETTERS = "letters";
    static final String POSTCARDS = "postcards";
    static final List<String> KINDS = List.of(LETTERS, POSTCARDS);

    private static final String SOURCE = "agency-os";
    private static final String COUNTRY = "AU";

    private PostWire() {}

    /** @param content in base 64 */
    record Upload(String content) {}

    /** Whom a piece goes back to. */
    record Sender(
            @JsonProperty("address_name") String addressName,
            @JsonProperty("address_line_1") String addressLine1,
            @JsonProperty("address_line_2") @Nullable String addressLine2,
            @JsonProperty("address_city") String addressCity,
            @JsonProperty("address_state") String addressState,
            @JsonProperty("address_postal_code") String addressPostalCode,
            @JsonProperty("address_country") String addressCountry) {

        static Sender of(PostalAddress from) {
            return new Sender(
                    name(from),
                    from.line1(),
                    from.line2(),
                    from.suburb(),
                    from.state().name(),
                    from.postcode(),
                    COUNTRY);
        }

        /** Whether the vendor has this one. */
        boolean is(JsonNode stored) {
            return Fields.text(stored, "address_name")
                            .filter(addressName::equals)
                            .isPresent()
                    && Fields.text(stored, "address_line_1")
                            .filter(addressLine1::equals)
                            .isPresent()
                    && Fields.text(stored, "address_postal_code")
                            .filter(addressPostalCode::equals)
                            .isPresent();
        }
    }

    private static String name(PostalAddress address) {
        return address.name() == null ? String.valueOf(address.company()) : address.name();
    }

    record Recipient(
            @JsonProperty("address_name") String addressName,
            @JsonProperty("address_line_1") String addressLine1,
            @JsonProperty("address_line_2") @Nullable String addressLine2,
            @JsonProperty("address_city") String addressCity,
            @JsonProperty("address_state") String addressState,
            @JsonProperty("address_postal_code") String addressPostalCode,
            @JsonProperty("address_country") String addressCountry,
            @JsonProperty("return_address_id") long returnAddressId,
            int schedule,
            @JsonProperty("custom_string") String customString) {

        static Recipient of(PostCommand command, long returnAddress) {
            PostalAddress to = command.to();
            boolean both = to.name() != null && to.company() != null;
            return new Recipient(
                    name(to),
                    both ? String.valueOf(to.company()) : to.line1(),
                    both ? joined(to) : to.line2(),
                    to.suburb(),
                    to.state().name(),
                    to.postcode(),
                    COUNTRY,
                    returnAddress,
                    0,
                    command.idempotencyKey());
        }

        /** An envelope has two lines besides the name, and the company takes the first. */
        private static String joined(PostalAddress to) {
            return to.line2() == null ? to.line1() : to.line1() + ", " + to.line2();
        }
    }

    /** A letter has one file, a postcard two; what a kind does not know is left out. */
    record Order(
            @JsonProperty("file_url") @Nullable String fileUrl,
            @JsonProperty("file_urls") @Nullable List<String> fileUrls,
            @JsonProperty("priority_post") @Nullable Integer priorityPost,
            @JsonProperty("template_used") @Nullable Integer templateUsed,
            @Nullable Integer duplex,
            @Nullable Integer colour,
            String source,
            List<Recipient> recipients) {

        /** @param file where a letter's pages are; a postcard says so itself */
        static Order of(PostCommand command, @Nullable String file, long returnAddress) {
            List<Recipient> to = List.of(Recipient.of(command, returnAddress));
            return switch (command.piece()) {
                case PostCommand.Piece.Letter(var paper, boolean colour, boolean duplex, boolean priority) ->
                    new Order(file, null, bit(priority), 0, bit(duplex), bit(colour), SOURCE, to);
                case PostCommand.Piece.Postcard(URI front, URI back) ->
                    new Order(null, List.of(front.toString(), back.toString()), null, null, null, null, SOURCE, to);
            };
        }

        private static int bit(boolean set) {
            return set ? 1 : 0;
        }
    }

    static String kind(PostCommand command) {
        return switch (command.piece()) {
            case PostCommand.Piece.Letter letter -> LETTERS;
            case PostCommand.Piece.Postcard card -> POSTCARDS;
        };
    }

    /** Our key, which is the only name of a piece that its history is sure to tell. */
    static Optional<String> key(JsonNode piece) {
        return Fields.text(piece, "custom_string");
    }

    /** When it was taken, as far as it is told. */
    static Optional<Instant> takenAt(JsonNode piece) {
        return Fields.instant(piece, "date_added")
                .or(() -> Fields.instant(piece, "date"))
                .or(() -> Fields.instant(piece, "timestamp"));
    }

    /** Where a piece is; empty for a word that is not known. */
    static Optional<PostSender.State> state(JsonNode piece) {
        String word = Fields.text(piece, "status").orElse("").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "queued", "scheduled", "success", "waitapproval" -> Optional.of(PostSender.State.QUEUED);
            case "printed" -> Optional.of(PostSender.State.PRINTED);
            case "dispatched", "sent", "completed" -> Optional.of(PostSender.State.DISPATCHED);
            case "returned" -> Optional.of(PostSender.State.RETURNED);
            case "cancelled", "cancelledafterreview" -> Optional.of(PostSender.State.CANCELLED);
            default -> Optional.empty();
        };
    }
}
