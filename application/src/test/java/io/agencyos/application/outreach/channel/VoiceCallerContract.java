package io.agencyos.application.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.TouchId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every caller must do besides what every sender must. Source: outreach 10. */
public abstract class VoiceCallerContract extends ChannelSenderContract<VoiceCommand> {

    private static final List<String> LISTENERS =
            List.of("+61491570006", "+61491570156", "+61491570157", "+61491570158", "+61491570159");

    private VoiceCaller caller() {
        return (VoiceCaller) world.sender();
    }

    /** A script of the first version, unless another is wanted. */
    public static VoiceScript script(ClientId client, int version) {
        return new VoiceScript(
                client,
                new CampaignId(new UUID(0, 31)),
                new PersonaId(new UUID(0, 32)),
                version,
                "Hi {{lead_name}}, this is Sam, an automated assistant calling for Harbour agency.",
                "You are Sam. {{knowledge}}",
                "pNInz6obpgDQGcFmaJgB",
                Optional.of("Hi, Sam from Harbour agency. I will write to you."),
                List.of("goodbye"),
                300,
                true);
    }

    /** One dial to a number of its own; everything that must be unique follows from {@code name}. */
    public static VoiceCommand dial(ClientId client, String line, String assistant, String name) {
        UUID unique = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new VoiceCommand(
                client,
                new TouchId(unique),
                "aos1-" + unique.toString().replace("-", ""),
                line,
                new PhoneNumber(LISTENERS.get(Math.floorMod(name.length(), LISTENERS.size()))),
                "Priya Raman",
                assistant,
                Map.of("lead_name", "Priya", "knowledge", name));
    }

    @Test // outreach 10.1: find by name, then create
    void one_script_has_one_assistant_and_another_version_another() {
        ClientId client = world.contact("a plan").clientId();
        String first = caller().ensureAssistant(script(client, 1)).orElseThrow();
        assertThat(caller().ensureAssistant(script(client, 1)).orElseThrow()).isEqualTo(first);
        String second = caller().ensureAssistant(script(client, 2)).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(caller().assistants(client).orElseThrow())
                .contains(
                        new VoiceCaller.Standing(first, script(client, 1).campaign()),
                        new VoiceCaller.Standing(second, script(client, 2).campaign()));
        assertThat(caller().removeAssistant(client, first).orElseThrow()).isTrue();
        assertThat(caller().removeAssistant(client, first).orElseThrow())
                .as("repeating is harmless")
                .isTrue();
        assertThat(caller().assistants(client).orElseThrow())
                .extracting(VoiceCaller.Standing::ref)
                .contains(second)
                .doesNotContain(first);
    }

    @Test // outreach 10.7
    void a_call_that_ended_has_its_report_and_cannot_be_ended_again() {
        VoiceCommand call = world.contact("a plan");
        SendOutcome sent = world.sender().send(call);
        world.settle();
        assertThat(sent).isInstanceOfSatisfying(SendOutcome.Accepted.class, accepted -> {
            assertThat(caller().report(call.clientId(), accepted.vendorRef()).orElseThrow())
                    .isInstanceOfSatisfying(
                            VoiceCaller.State.Ended.class,
                            ended -> assertThat(ended.report().seconds()).isNotNegative());
            assertThat(caller().hangUp(call.clientId(), accepted.vendorRef()).orElseThrow())
                    .isFalse();
        });
    }

    @Test
    void a_call_that_nobody_made_has_no_report() {
        assertThat(caller().report(world.contact("a plan").clientId(), "no-such-call")
                        .isOk())
                .isFalse();
    }

    @Test
    void a_call_without_an_assistant_is_refused_without_a_call() {
        VoiceCommand call = world.contact("a plan");
        VoiceCommand mute = new VoiceCommand(
                call.clientId(),
                call.touchId(),
                call.idempotencyKey(),
                call.lineRef(),
                call.to(),
                call.toName(),
                " ",
                call.facts());
        assertThat(world.sender().send(mute))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        outcome -> assertThat(outcome.failure()).isInstanceOf(VendorFailure.Invalid.class));
        assertThat(world.handOvers()).isZero();
    }
}
