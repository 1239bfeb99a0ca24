package io.agencyos.bootstrap.product;

import io.agencyos.application.outreach.post.KeepPost;
import io.agencyos.application.outreach.post.KeepPostService;
import io.agencyos.application.outreach.post.PostPorts;
import io.agencyos.application.outreach.stop.KeepHouses;
import io.agencyos.application.outreach.stop.KeepHousesService;
import io.agencyos.application.outreach.stop.RecallTouches;
import io.agencyos.application.outreach.stop.TakeBackLettersService;

/** Letters beside the outreach loop: who writes them, where leads live, which are wanted back. */
public final class Posting {

    private Posting() {}

    /** Takes letters back that nobody should get any more. */
    public static RecallTouches takeBackLetters(Product product) {
        return new TakeBackLettersService(
                ports(product), product.stores().postPieces, product.basis().clock());
    }

    public static KeepPost keepPost(Product product) {
        Stores stores = product.stores();
        return new KeepPostService(
                stores.postBook,
                stores.postPieces,
                client -> product.channelVendors().addresses(client).isPresent(),
                stores.audit,
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }

    public static KeepHouses keepHouses(Product product) {
        Stores stores = product.stores();
        return new KeepHousesService(
                ports(product),
                product.channelVendors()::addresses,
                stores.leads.leads(),
                product.outreach().stopOutreach(),
                stores.audit,
                product.basis().clock(),
                product.basis().ids());
    }

    private static PostPorts ports(Product product) {
        return Leaving.of(product).post();
    }
}
