package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.domain.outreach.PostalAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The office's JSON. */
final class Wire {

    private static final String LETTERS = "letters";
    private static final String POSTCARDS = "postcards";

    private Wire() {}

    /** @param country two letters; only Australia is written to */
    record Address(
            @Nullable String name,
            @Nullable String company,
            String line1,
            @Nullable String line2,
            String suburb,
            String state,
            String postcode,
            String country) {

        static Address of(PostalAddress address) {
            return new Address(
                    address.name(),
                    address.company(),
                    address.line1(),
                    address.line2(),
                    address.suburb(),
                    address.state().name(),
                    address.postcode(),
                    "AU");
        }

        /** As the office writes it, for the same person. */
        static Optional<PostalAddress> read(JsonNode node, PostalAddress asked) {
            Optional<String> line1 = Fields.text(node, "line1");
            Optional<String> suburb = Fields.text(node, "suburb");
            Optional<String> postcode = Fields.text(node, "postcode");
            Optional<PostalAddress.State> state = Fields.text(node, "state").flatMap(PostalAddress.State::of);
            return line1.isEmpty() || suburb.isEmpty() || postcode.isEmpty()
                    ? Optional.empty()
                    : state.map(known -> new PostalAddress(
                            asked.name(),
                            asked.company(),
                            line1.get(),
                            Fields.text(node, "line2").orElse(null),
                            suburb.get(),
                            known,
                            postcode.get()));
        }
    }

    /** What finds an order whose answer was lost. */
    record Metadata(String touch) {}

    /** A letter has pages or a file; a postcard has two sides. */
    record Order(
            Address to,
            Address from,
            @Nullable String html,
            @Nullable URI pdf,
            @Nullable URI front,
            @Nullable URI back,
            boolean colour,
            boolean doubleSided,
            boolean priority,
            String description,
            Metadata metadata) {

        static Order of(PostCommand command) {
            String key = command.idempotencyKey();
            Address to = Address.of(command.to());
            Address from = Address.of(command.from());
            return switch (command.piece()) {
                case PostCommand.Piece.Letter(var paper, boolean colour, boolean duplex, boolean priority) ->
                    new Order(
                            to,
                            from,
                            html(paper),
                            pdf(paper),
                            null,
                            null,
                            colour,
                            duplex,
                            priority,
                            key,
                            new Metadata(key));
                case PostCommand.Piece.Postcard(URI front, URI back) ->
                    new Order(to, from, null, null, front, back, true, true, false, key, new Metadata(key));
            };
        }

        private static @Nullable String html(PostCommand.Paper paper) {
            return paper instanceof PostCommand.Paper.Page(String html) ? html : null;
        }

        private static @Nullable URI pdf(PostCommand.Paper paper) {
            return paper instanceof PostCommand.Paper.Pdf(URI at) ? at : null;
        }
    }

    static String kind(PostCommand command) {
        return switch (command.piece()) {
            case PostCommand.Piece.Letter letter -> LETTERS;
            case PostCommand.Piece.Postcard postcard -> POSTCARDS;
        };
    }

    /** Empty for a word that we do not know. */
    static Optional<PostSender.State> state(JsonNode piece) {
        return switch (Fields.text(piece, "status").orElse("")) {
            case "ready" -> Optional.of(PostSender.State.QUEUED);
            case "printing" -> Optional.of(PostSender.State.PRINTED);
            case "processed_for_delivery" -> Optional.of(PostSender.State.DISPATCHED);
            case "completed" -> Optional.of(PostSender.State.DELIVERED);
            case "returned" -> Optional.of(PostSender.State.RETURNED);
            case "cancelled" -> Optional.of(PostSender.State.CANCELLED);
            default -> Optional.empty();
        };
    }

    /** Our key, where the piece is ours. */
    static Optional<String> key(JsonNode piece) {
        return Fields.text(piece.path("metadata"), "touch").or(() -> Fields.text(piece, "description"));
    }
}
