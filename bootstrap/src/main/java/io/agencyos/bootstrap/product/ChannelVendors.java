package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.apollo.Apollo;
import io.agencyos.adapters.out.apollo.ApolloAccount;
import io.agencyos.adapters.out.apollo.ApolloSettings;
import io.agencyos.adapters.out.clicksend.ClickSend;
import io.agencyos.adapters.out.clicksend.ClickSendAccount;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.postoffice.PostOffice;
import io.agencyos.adapters.out.postoffice.PostOfficeAccount;
import io.agencyos.adapters.out.unipile.Unipile;
import io.agencyos.adapters.out.unipile.UnipileAccount;
import io.agencyos.adapters.out.vapi.Vapi;
import io.agencyos.adapters.out.vapi.VapiAccount;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.conversation.inbox.ChannelSources;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.application.lead.enrichment.PhoneSources;
import io.agencyos.application.lead.enrichment.RevealPhones;
import io.agencyos.application.lead.source.LinkedInProfileSource;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.application.outreach.channel.AddressVerifier;
import io.agencyos.application.outreach.channel.CallLines;
import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.outreach.channel.PostLines;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.application.outreach.channel.TextLines;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.recording.CallRecordings;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.resource.AlphaTags;
import io.agencyos.application.resource.lending.NumberShops;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.account.AccountBook;
import io.agencyos.bootstrap.product.account.OnlyFor;
import io.agencyos.bootstrap.product.account.PostOfEachClient;
import io.agencyos.bootstrap.product.place.ChannelPlaces;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The vendors of the channels other than e-mail and of data, by the name under which their hooks and accounts stand: one entry each. */
final class ChannelVendors implements ChannelSources {

    /** @param hooks null for one that does not push */
    private record Vendor(@Nullable HookReader hooks, VendorConnector connector) {}

    /** One that can be asked what came back. */
    private record Asked(Predicate<ClientId> connected, Channel channel, ChannelReplies replies) {

        Asked(AccountBook<?> accounts, Channel channel, ChannelReplies replies) {
            this(client -> accounts.of(client).isPresent(), channel, replies);
        }
    }

    private final Twins twins;
    private final VendorHttp http;
    private final Basis basis;
    private final Stores stores;
    private final Map<String, Vendor> byName;
    private final SortedMap<String, Asked> asked;
    private final Map<String, SmsSender> texts;
    private final NumberShops numberShops;
    private final Function<ClientId, Optional<AlphaTags>> senderNames;
    private final Map<String, Vapi> calls;
    private final SeatLinking seatLinking;
    private final LinkedInOutreach acts;
    private final LinkedInReplies network;
    private final Function<ClientId, Optional<LinkedInProfileSource>> pages;
    private final Apollo apollo;
    private final PeopleSources people;
    private final AccountBook<ApolloAccount> sellers;
    private final PhoneReveal numbers;
    /** Who has an account at the post office. */
    private final AccountBook<PostOfficeAccount> posters;

    private final PostOffice office;
    private final Optional<PostLines.Line> livePost;
    private final PostLines.Line twinPost;

    /** @param reveal who knows which questions for numbers are open */
    ChannelVendors(
            Basis basis,
            Stores stores,
            ChannelPlaces places,
            Twins twins,
            VendorHttp http,
            Supplier<RevealPhones> reveal) {
        this.twins = twins;
        this.http = http;
        this.basis = basis;
        this.stores = stores;
        AccountBook<ClickSendAccount> texting = book(ClickSend.VENDOR, ClickSendAccount::of);
        ClickSend clicksend = new ClickSend(
                texting::of,
                TwinPlaces.clicksend(twins, places.clicksend()),
                http,
                stores.vendorObjects,
                basis.clock());
        AccountBook<UnipileAccount> networking = book(Unipile.VENDOR, UnipileAccount::of);
        Unipile unipile = new Unipile(
                networking::of,
                TwinPlaces.unipile(twins, places.unipile()),
                http,
                stores.vendorObjects,
                basis.clock(),
                basis.random());
        AccountBook<VapiAccount> calling = book(Vapi.VENDOR, VapiAccount::of);
        Vapi vapi =
                new Vapi(calling::of, TwinPlaces.vapi(twins, places.vapi()), http, stores.vendorObjects, basis.clock());
        this.seatLinking = unipile.seatLinking();
        this.acts = unipile.outreach();
        this.network = unipile.replies();
        this.pages = client -> networking.of(client).map(account -> unipile.profiles());
        AccountBook<ApolloAccount> apolloAccounts = book(Apollo.VENDOR, ApolloAccount::of);
        Apollo apollo = new Apollo(
                apolloAccounts::of,
                TwinPlaces.apollo(twins, places.apollo()),
                http,
                stores.vendorObjects,
                basis.clock());
        this.people = client -> apolloAccounts
                .of(client)
                .map(account -> new PeopleSources.Source(
                        Apollo.VENDOR,
                        apollo.search(),
                        apollo.people(),
                        apollo.companies(),
                        Optional.of(new PeopleSources.Finer(apollo.companySearch(), apollo.signals())),
                        Optional.of(apollo.credits())));
        this.apollo = apollo;
        this.sellers = apolloAccounts;
        this.numbers = apollo.phones();
        boolean hasOffice = places.post().isPresent();
        this.posters = new AccountBook<>(
                PostOffice.VENDOR,
                PostOfficeAccount::of,
                stores.vendorAccounts,
                stores.clients,
                client -> twins.mayHaveAccounts(client) && (hasOffice || twins.isTwin(client)),
                basis.units());
        this.office = new PostOffice(posters::of, TwinPlaces.post(twins, places.post()), http);
        this.byName = new HashMap<>(Map.of(
                ClickSend.VENDOR,
                new Vendor(clicksend.hooks(), clicksend.connector()),
                Unipile.VENDOR,
                new Vendor(unipile.hooks(), unipile.connector()),
                Vapi.VENDOR,
                new Vendor(vapi.hooks(), vapi.connector()),
                Apollo.VENDOR,
                new Vendor(
                        apollo.hooks((client, word, now) -> reveal.get().isExpected(client, word, now)),
                        apollo.connector())));
        byName.put(
                PostOffice.VENDOR,
                new Vendor(null, hasOffice ? office.connector() : OnlyFor.twins(office.connector(), twins::isTwin)));
        this.asked = new TreeMap<>(Map.of(
                ClickSend.VENDOR,
                new Asked(texting, Channel.SMS, clicksend.replies()),
                Unipile.VENDOR,
                new Asked(networking, Channel.LINKEDIN, unipile.replies()),
                Vapi.VENDOR,
                new Asked(calling, Channel.VOICE, vapi.replies())));
        this.twinPost = new PostLines.Line(PostOffice.VENDOR, office.sender());
        this.livePost = places.postByAccounts()
                ? Optional.of(byAccounts(clicksend, texting, hasOffice))
                : Optional.of(twinPost).filter(line -> hasOffice);
        asked.put(PostOffice.VENDOR, new Asked(posters, Channel.MAIL, office.replies()));
        this.texts = Map.of(ClickSend.VENDOR, clicksend.sender());
        this.numberShops = client ->
                texting.of(client).map(account -> new NumberShops.Shop(ClickSend.VENDOR, clicksend.provisioner()));
        this.senderNames = client -> texting.of(client).map(account -> clicksend.tags());
        this.calls = Map.of(Vapi.VENDOR, vapi);
    }

    /** Letters that clients' own accounts for texts print, where they may; the others' leave by the office, where there is one. */
    private PostLines.Line byAccounts(ClickSend clicksend, AccountBook<ClickSendAccount> texting, boolean hasOffice) {
        Predicate<ClientId> prints =
                client -> texting.of(client).filter(ClickSendAccount::hasPost).isPresent();
        asked.put(ClickSend.POST, new Asked(prints, Channel.MAIL, clicksend.pieces()));
        PostSender others = hasOffice ? office.sender() : clicksend.post();
        return new PostLines.Line(
                hasOffice ? PostOffice.VENDOR : ClickSend.POST,
                new PostOfEachClient(client -> prints.test(client) ? clicksend.post() : others, others));
    }

    /** What all of them are asked by. */
    VendorHttp http() {
        return http;
    }

    @Override
    public List<Source> of(ClientId client) {
        return asked.entrySet().stream()
                .filter(vendor -> vendor.getValue().connected().test(client))
                .map(vendor -> new Source(
                        vendor.getKey(),
                        vendor.getValue().channel(),
                        vendor.getValue().replies()))
                .toList();
    }

    @Override
    public Optional<SmsSender> texts(String vendor) {
        return Optional.ofNullable(texts.get(vendor));
    }

    @Override
    public Optional<VoiceCaller> calls(String vendor) {
        return Optional.ofNullable(calls.get(vendor)).map(Vapi::caller);
    }

    @Override
    public Optional<LinkedInReplies> network(String vendor) {
        return Optional.of(network).filter(its -> vendor.equals(Unipile.VENDOR));
    }

    /** By whom a number's texts leave. */
    Optional<TextLines.Line> textLine(SendingNumber number) {
        return texts(number.provider()).map(sender -> new TextLines.Line(number.provider(), sender));
    }

    /** By whom a number's calls are made. */
    Optional<CallLines.Line> callLine(SendingNumber number) {
        return Optional.ofNullable(calls.get(number.provider()))
                .map(vendor -> new CallLines.Line(number.provider(), vendor.caller()));
    }

    /** Who calls for the client, wherever it has an account; may not be asked in a unit of work. */
    List<VoiceCaller> callers(ClientId client) {
        return calls.entrySet().stream()
                .filter(vendor -> asked.get(vendor.getKey()).connected().test(client))
                .map(vendor -> vendor.getValue().caller())
                .toList();
    }

    /** By whom letters are printed, where anybody does; without an account whoever it is refuses. May be asked in a unit of work. */
    Optional<PostLines.Line> postLine(ClientId client) {
        return twins.isTwin(client) ? Optional.of(twinPost) : livePost;
    }

    /** Where the client buys numbers, where it has connected a carrier. */
    Optional<NumberShops.Shop> numberShop(ClientId client) {
        return numberShops.of(client);
    }

    /** Where the client registers names, where it has connected a carrier. */
    Optional<AlphaTags> senderNames(ClientId client) {
        return senderNames.apply(client);
    }

    /** Who knows houses, where the client has an account at a post office; never call it inside a unit of work. */
    Optional<AddressVerifier> addresses(ClientId client) {
        return posters.of(client).map(account -> office.addresses());
    }

    /** Who keeps the recordings of this vendor's calls. */
    Optional<CallRecordings> recordings(String vendor) {
        return Optional.ofNullable(calls.get(vendor)).map(Vapi::recordings);
    }

    /** At whose account a vendor's calls are made: what prints at a carrier of texts has no other. */
    static String account(String vendor) {
        return vendor.equals(ClickSend.POST) ? ClickSend.VENDOR : vendor;
    }

    /** What a number is good for: each vendor has numbers for what it does. */
    static Set<Channel> uses(SendingNumber number) {
        return switch (number.provider()) {
            case ClickSend.VENDOR -> Set.of(Channel.SMS);
            case Vapi.VENDOR -> Set.of(Channel.VOICE);
            default -> Set.of();
        };
    }

    private <A> AccountBook<A> book(String vendor, Function<VendorAccount, A> reading) {
        return new AccountBook<>(
                vendor, reading, stores.vendorAccounts, stores.clients, twins::mayHaveAccounts, basis.units());
    }

    List<VendorConnector> connectors() {
        return byName.values().stream()
                .map(Vendor::connector)
                .sorted(Comparator.comparing(VendorConnector::vendor))
                .toList();
    }

    /** By whom seats act. */
    LinkedInLines.Line seatLine() {
        return new LinkedInLines.Line(Unipile.VENDOR, acts);
    }

    /** What the client has left at a vendor, in phrases for people; asks the vendor. */
    List<String> left(ClientId client, String vendor) {
        return switch (vendor) {
            case Apollo.VENDOR -> Allowances.data(client, apollo.credits(), apollo.limits());
            case Unipile.VENDOR ->
                Allowances.seats(
                        client,
                        basis.units().inTenant(TenantScope.worker(client), () -> new PostgresSeats().ofClient(client)),
                        acts::inMailBalance);
            default -> List.of();
        };
    }

    /** What seats see of people and companies, of clients that have an account there. */
    Function<ClientId, Optional<LinkedInProfileSource>> pages() {
        return pages;
    }

    /** What links LinkedIn accounts here. */
    SeatLinking seatLinking() {
        return seatLinking;
    }

    /** The vendor that does. */
    String seatVendor() {
        return Unipile.VENDOR;
    }

    /** Where clients buy people: whichever data vendor each has connected. */
    PeopleSources people() {
        return people;
    }

    /**
     * Where this client's telephone numbers are bought, and by clients that text or call alone.
     *
     * @param hook where a vendor may tell of the client
     */
    Optional<PhoneSources.Source> phones(ClientId client, BiFunction<ClientId, String, Optional<URI>> hook) {
        return sellers.of(client).map(account -> {
            boolean telephones = of(client).stream()
                    .anyMatch(source -> source.channel() == Channel.SMS || source.channel() == Channel.VOICE);
            return new PhoneSources.Source(
                    Apollo.VENDOR,
                    numbers,
                    telephones ? hook.apply(client, Apollo.VENDOR).filter(ApolloSettings::canTell) : Optional.empty());
        });
    }

    Optional<HookReader> hooks(String vendor) {
        return Optional.ofNullable(byName.get(vendor)).map(Vendor::hooks);
    }
}
