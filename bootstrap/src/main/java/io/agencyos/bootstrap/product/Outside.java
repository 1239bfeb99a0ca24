package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.bootstrap.product.place.ChannelPlaces;
import io.agencyos.bootstrap.product.place.Letterbox;
import io.agencyos.bootstrap.product.place.MailProofs;
import io.agencyos.bootstrap.product.place.Manners;
import io.agencyos.bootstrap.product.place.ModelPlace;
import io.agencyos.bootstrap.product.place.SignInPlace;
import java.net.URI;
import java.util.Optional;

/**
 * Where the world outside is.
 *
 * @param publicUrl under which people and vendors reach this installation, empty where they cannot
 * @param signIn where people sign in
 * @param proofs where sending domains prove that their mail is theirs
 * @param manners how touches follow each other; none unless it is said
 * @param spending what clients may cost at vendors that are paid by use
 * @param models where language models are, if there are any
 * @param time what vendors are paced by
 */
public record Outside(
        Optional<URI> publicUrl,
        SalesforgeSettings salesforge,
        ChannelPlaces channels,
        Letterbox letterbox,
        SignInPlace signIn,
        MailProofs proofs,
        Manners manners,
        Spending spending,
        ModelPlace models,
        MonotonicTime time) {

    /** With the vendors of the other channels at their public addresses. */
    public Outside(Optional<URI> publicUrl, SalesforgeSettings salesforge, MonotonicTime time) {
        this(publicUrl, salesforge, ChannelPlaces.live(), time);
    }

    /** With the vendors of the other channels where the caller says; nobody is written to. */
    public Outside(Optional<URI> publicUrl, SalesforgeSettings salesforge, ChannelPlaces channels, MonotonicTime time) {
        this(
                publicUrl,
                salesforge,
                channels,
                Letterbox.none(),
                SignInPlace.here(),
                MailProofs.ofMachine(),
                Manners.NONE,
                Spending.USUAL,
                ModelPlace.none(),
                time);
    }

    /** The same, with this way of writing to people. */
    public Outside with(Letterbox other) {
        return new Outside(publicUrl, salesforge, channels, other, signIn, proofs, manners, spending, models, time);
    }

    /** The same, where people sign in there. */
    public Outside with(SignInPlace other) {
        return new Outside(publicUrl, salesforge, channels, letterbox, other, proofs, manners, spending, models, time);
    }

    /** The same, where the records of domains are read there. */
    public Outside with(MailProofs other) {
        return new Outside(publicUrl, salesforge, channels, letterbox, signIn, other, manners, spending, models, time);
    }

    /** The same, with these manners. */
    public Outside with(Manners other) {
        return new Outside(publicUrl, salesforge, channels, letterbox, signIn, proofs, other, spending, models, time);
    }

    /** The same, with these bounds of what clients may cost. */
    public Outside with(Spending other) {
        return new Outside(publicUrl, salesforge, channels, letterbox, signIn, proofs, manners, other, models, time);
    }

    /** The same, with models there. */
    public Outside with(ModelPlace other) {
        return new Outside(publicUrl, salesforge, channels, letterbox, signIn, proofs, manners, spending, other, time);
    }

    /** The same, with a post office at this address, if there is one, and with clients' own accounts, if they may print. */
    public Outside posting(Optional<URI> office, boolean byAccounts) {
        return new Outside(
                publicUrl,
                salesforge,
                channels.posting(office, byAccounts),
                letterbox,
                signIn,
                proofs,
                manners,
                spending,
                models,
                time);
    }

    /** Where the links lead by which people opt out. */
    URI unsubscribeBase() {
        return publicUrl
                .orElseThrow(() -> new IllegalStateException(
                        "no e-mail can be written without a public address: set AGENCYOS_PUBLIC_URL"))
                .resolve("/u/");
    }
}
