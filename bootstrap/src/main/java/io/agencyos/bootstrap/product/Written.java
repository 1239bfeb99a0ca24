package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.conversation.PostgresComposeDrafts;
import io.agencyos.adapters.out.postgres.conversation.PostgresSentMessages;
import io.agencyos.application.conversation.AnswerReply;
import io.agencyos.application.conversation.KeepDrafts;
import io.agencyos.application.conversation.KeepDraftsService;
import io.agencyos.application.conversion.ReadArchive;
import io.agencyos.application.conversion.ReadArchiveService;
import io.agencyos.application.lead.CareForLead;
import io.agencyos.application.lead.CareForLeadService;
import io.agencyos.application.outreach.engine.WrittenByHand;

/** What people write to leads, and what was written. */
public final class Written {

    private Written() {}

    public static AnswerReply answers(Product product) {
        return product.conversation().answerReply(byHand(product), product.stores().audit::append);
    }

    public static WrittenByHand byHand(Product product) {
        return product.outreach().writtenByHand();
    }

    public static KeepDrafts drafts(Product product) {
        return new KeepDraftsService(
                new PostgresComposeDrafts(),
                product.stores().leads.leads(),
                product.basis().units(),
                product.basis().clock());
    }

    /** How single leads are written to. */
    public static CareForLead care(Product product) {
        return product.outreach()
                .modeSwitches()
                .followed(new CareForLeadService(
                        product.stores().leads.leads(),
                        product.stores().audit::append,
                        product.basis().units(),
                        product.basis().clock(),
                        product.basis().ids()));
    }

    public static ReadArchive archive(Product product) {
        return new ReadArchiveService(
                new PostgresSentMessages(),
                product.stores().leads.leads(),
                product.stores().campaigns,
                product.basis().units(),
                product.basis().clock());
    }
}
