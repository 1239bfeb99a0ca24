package io.agencyos.bootstrap.simulate;

import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.application.outreach.channel.VoiceCaller;
import java.util.Optional;

/**
 * What a process of a world sends by.
 *
 * @param others empty where nothing but e-mail leaves
 */
record WorldLines(EmailSender mail, Optional<Others> others) {

    /** Everything that is not e-mail. */
    record Others(SmsSender texts, LinkedInOutreach acts, VoiceCaller calls, PostSender letters) {}

    static WorldLines of(EmailSender mail) {
        return new WorldLines(mail, Optional.empty());
    }

    /** The same as a process meets them whose calls are struck. */
    WorldLines struckBy(FatedCalls fated) {
        return new WorldLines(
                fated.of(EmailSender.class, mail, FatedCalls.Patience.MAIL),
                others.map(rest -> new Others(
                        fated.of(SmsSender.class, rest.texts(), FatedCalls.Patience.TEXT),
                        fated.of(LinkedInOutreach.class, rest.acts(), FatedCalls.Patience.ACT),
                        fated.of(VoiceCaller.class, rest.calls(), FatedCalls.Patience.CALL),
                        fated.of(PostSender.class, rest.letters(), FatedCalls.Patience.POST))));
    }
}
