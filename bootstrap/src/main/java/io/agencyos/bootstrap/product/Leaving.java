package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.outreach.PostgresKnowledgeBook;
import io.agencyos.adapters.out.postgres.outreach.PostgresPhoneWashes;
import io.agencyos.adapters.out.postgres.outreach.PostgresRecallBook;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.outreach.OutreachUseCases;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.VendorLines;
import io.agencyos.application.outreach.linkedin.LinkedInOutlet;
import io.agencyos.application.outreach.linkedin.LinkedInPorts;
import io.agencyos.application.outreach.mail.MailOutlet;
import io.agencyos.application.outreach.mail.MailPace;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.phone.TextOutlet;
import io.agencyos.application.outreach.phone.TextPorts;
import io.agencyos.application.outreach.phone.VoiceOutlet;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.phone.WatchTextBalance;
import io.agencyos.application.outreach.post.PostOutlet;
import io.agencyos.application.outreach.post.PostPorts;
import io.agencyos.application.outreach.stop.ConfirmStops;
import io.agencyos.application.outreach.stop.RecallTouches;
import io.agencyos.application.outreach.wash.DoNotCallStandings;
import io.agencyos.application.outreach.wash.WashedNumbers;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.bootstrap.product.place.Manners;
import io.agencyos.domain.outreach.call.CallTerms;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What messages and calls leave by: an outlet for every channel in {@link Stores#LEAVING}. */
public final class Leaving {

    private final Stores stores;
    private final UnitOfWork units;
    private final ChannelVendors vendors;
    private final DoNotCallStandings register;
    private final CallTerms calls;

    private Leaving(Basis basis, Stores stores, ChannelVendors vendors, CallTerms calls) {
        this.stores = stores;
        this.units = basis.units();
        this.vendors = vendors;
        this.calls = calls;
        this.register = TwinRegister.beside(new WashedNumbers(new PostgresPhoneWashes(), basis.clock()));
    }

    static Leaving of(Product product) {
        return new Leaving(
                product.basis(),
                product.stores(),
                product.channelVendors(),
                product.outside().spending().calls());
    }

    List<Outlet> outlets(EmailVendors mail, UnsubscribeLinks links, LinkedInPorts seats, MailPace pace) {
        return List.of(
                new MailOutlet(stores.outreach, stores.outreachWorld, mail, links, pace.sparing(stores.freeMail)),
                new TextOutlet(stores.outreach, texts()),
                new VoiceOutlet(stores.outreach, voice()),
                new LinkedInOutlet(stores.outreach, seats),
                new PostOutlet(post()));
    }

    /** The send protocol over everything that leaves here. */
    static OutreachUseCases outreach(Product product, VendorHttp http, UnsubscribeLinks links) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        Manners manners = product.outside().manners();
        return new OutreachUseCases(
                stores.outreach,
                stores.outreachWorld
                        .metered(Spending.meter(product))
                        .over((client, line) -> closedFor(http, client, line))
                        .courteous(manners.courtesy()),
                of(product).outlets(product.emailVendors(), links, SeatActs.ports(product), manners.mail()),
                basis.units(),
                basis.clock(),
                basis.ids(),
                System::nanoTime);
    }

    private static Optional<Duration> closedFor(VendorHttp http, ClientId client, VendorLines.Line line) {
        String account = ChannelVendors.account(line.vendor());
        return line.member() == null ? http.closedFor(client, account) : http.closedFor(client, account, line.member());
    }

    TextPorts texts() {
        return new TextPorts(stores.numbers, vendors::textLine, register, stores.channelAddresses, stores.numberRests);
    }

    /** Who hears that a STOP was understood. */
    public static ConfirmStops confirmStops(Product product) {
        TextPorts texts = of(product).texts();
        return product.outreach().confirmStops(product.basis().units(), texts, product.stores().stopConfirmations);
    }

    /** Whether accounts for texts hold what a day needs. */
    public static WatchTextBalance textBalance(Product product) {
        return new WatchTextBalance(
                of(product).texts(),
                product.stores().outreach.touches(),
                product.stores().alerts,
                product.basis().units(),
                product.basis().clock());
    }

    PostPorts post() {
        return new PostPorts(stores.postBook, vendors::postLine, stores.channelAddresses, units);
    }

    /** What is asked back from vendors after a stop, on every channel on which something can be. */
    public static RecallTouches recallTouches(Product product) {
        VoicePorts voice = of(product).voice();
        return product.outreach()
                .recallTouches(product.emailVendors(), voice, new PostgresRecallBook())
                .and(Posting.takeBackLetters(product));
    }

    VoicePorts voice() {
        return new VoicePorts(
                stores.numbers,
                vendors::callLine,
                register,
                stores.channelAddresses,
                stores.calls,
                calls,
                new PostgresKnowledgeBook());
    }
}
