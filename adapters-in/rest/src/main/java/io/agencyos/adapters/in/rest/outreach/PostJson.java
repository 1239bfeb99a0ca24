package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.post.KeepPost;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.application.outreach.stop.KeepHouses;
import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.shared.TouchKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letters, accounts and addresses as the API shows them. */
final class PostJson {

    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final int CENTS = 100;

    private PostJson() {}

    /**
     * An Australian house; {@code line2} is null where there is none.
     *
     * @param state the state or territory
     */
    record House(
            @Text(max = 100) String line1,
            @Text(max = 100) @Nullable String line2,
            @Text(max = 60) String suburb,
            PostalAddress.State state,
            @Text(min = 4, max = 4) String postcode) {

        static final House EXAMPLE = new House("12 Example Street", null, "Sydney", PostalAddress.State.NSW, "2000");

        static House of(PostalAddress at) {
            return new House(at.line1(), at.line2(), at.suburb(), at.state(), at.postcode());
        }

        PostalAddress house() {
            return new PostalAddress(null, null, line1, line2, suburb, state, postcode);
        }
    }

    /**
     * By what a client's letters leave.
     *
     * @param enabled whether letters may be sent
     * @param connected whether there is an account at a post office
     * @param letterCents what a letter costs by the last word of the post office
     * @param piecesPerDay most pieces in a day
     */
    record AccountShown(
            boolean enabled,
            boolean connected,
            @Nullable Long monthlyBudgetCents,
            @Nullable House returnAddress,
            int letterCents,
            String currency,
            int piecesPerDay) {

        static final AccountShown EXAMPLE =
                new AccountShown(true, true, 25_000L, House.EXAMPLE, 250, "AUD", PostAccount.PIECES_A_DAY);

        static AccountShown of(KeepPost.Shown shown) {
            PostAccount account = shown.account();
            BigDecimal budget = account.monthlyAud();
            PostalAddress from = account.from();
            return new AccountShown(
                    account.enabled(),
                    shown.connected(),
                    budget == null ? null : budget.movePointRight(2).longValueExact(),
                    from == null ? null : House.of(from),
                    account.letterCents(),
                    "AUD",
                    PostAccount.PIECES_A_DAY);
        }
    }

    /**
     * What it shall be; no budget is no limit but that of the day.
     *
     * @param enabled whether letters may be sent
     */
    record AccountWish(
            boolean enabled,
            @Range(min = 0, max = 100_000_000) @Nullable Long monthlyBudgetCents,
            @Nullable House returnAddress) {

        static final AccountWish EXAMPLE = new AccountWish(true, 25_000L, House.EXAMPLE);

        KeepPost.Wish wish() {
            return new KeepPost.Wish(
                    enabled,
                    monthlyBudgetCents == null
                            ? null
                            : BigDecimal.valueOf(monthlyBudgetCents).divide(BigDecimal.valueOf(CENTS)),
                    returnAddress == null ? null : returnAddress.house());
        }
    }

    /**
     * Another address; {@code confirmed} is the person's word for it where the post or the postcode says otherwise.
     *
     * @param address the house that letters go to
     */
    record HouseWish(House address, boolean confirmed) {

        static final HouseWish EXAMPLE = new HouseWish(House.EXAMPLE, false);
    }

    /**
     * Where a lead is written to.
     *
     * @param address the house that letters go to
     * @param goodUntil from then on somebody has to look again
     * @param fit whether a letter may be addressed to it now
     * @param addressState what letters to it came to, null where nothing is known
     * @param reason why no letter may be addressed to it; null where one may
     */
    record AddressShown(
            House address,
            boolean confirmed,
            Instant checkedAt,
            Instant goodUntil,
            boolean fit,
            @Nullable AddressState addressState,
            @Nullable String reason) {

        static final AddressShown EXAMPLE =
                new AddressShown(House.EXAMPLE, false, AT, AT.plus(PostBook.GOOD_FOR), true, null, null);

        static AddressShown of(KeepHouses.House house) {
            PostBook.Known known = house.known();
            return new AddressShown(
                    House.of(known.at()),
                    known.confirmed(),
                    known.checkedAt(),
                    known.checkedAt().plus(PostBook.GOOD_FOR),
                    house.fit(),
                    house.standing() == null ? null : house.standing().state(),
                    house.standing() == null ? null : house.standing().reason());
        }
    }

    /**
     * A letter that was ordered.
     *
     * @param kind whether a letter or a postcard
     * @param state where the letter is, as the post office said last
     * @param orderedAt when the post office took the order
     * @param movedAt when its state last changed
     * @param priceCents what it was approved for; null where nobody had to
     * @param recall what came of wanting it back, null where nobody did
     */
    record LetterShown(
            UUID touchId,
            UUID leadId,
            TouchKind kind,
            PostSender.State state,
            Instant orderedAt,
            Instant movedAt,
            @Nullable Integer priceCents,
            String currency,
            PostPieces.@Nullable Recall recall) {

        static final LetterShown EXAMPLE = new LetterShown(
                UUID.fromString("019baaaa-0000-7000-8000-0000000000a1"),
                UUID.fromString("019baaaa-0000-7000-8000-0000000000b1"),
                TouchKind.LETTER,
                PostSender.State.DISPATCHED,
                AT,
                AT.plusSeconds(32_400),
                250,
                "AUD",
                null);

        static LetterShown of(KeepPost.Letter letter) {
            PostPieces.Piece piece = letter.piece();
            return new LetterShown(
                    piece.touch().value(),
                    piece.lead().value(),
                    piece.kind(),
                    piece.state(),
                    piece.orderedAt(),
                    piece.movedAt(),
                    letter.cents(),
                    "AUD",
                    piece.recall());
        }
    }
}
