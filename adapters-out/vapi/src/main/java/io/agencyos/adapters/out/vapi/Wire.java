package io.agencyos.adapters.out.vapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What we send as JSON; what comes back is read field by field. Source: vapi 3, 4. */
final class Wire {

    private Wire() {}

    record Words(String role, String content) {}

    /**
     * @param async whether the assistant goes on without waiting for us
     */
    record Tool(
            String type, @Nullable Boolean async, @Nullable Function function) {

        static Tool of(String type) {
            return new Tool(type, null, null);
        }

        /** One of ours, with a text for each argument. */
        static Tool calling(String name, String description, Map<String, String> arguments) {
            Map<String, Argument> properties = arguments.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> new Argument("string", one.getValue())));
            return new Tool("function", false, new Function(name, description, new Parameters("object", properties)));
        }
    }

    record Function(String name, String description, Parameters parameters) {}

    record Parameters(String type, Map<String, Argument> properties) {}

    record Argument(String type, String description) {}

    record Model(
            String provider, String model, List<Words> messages, double temperature, int maxTokens, List<Tool> tools) {}

    record Voice(String provider, String voiceId, String model, double stability, double similarityBoost) {}

    record Transcriber(String provider, String model, String language) {}

    record VoicemailDetection(String provider, String type) {}

    record Backoff(String type, int maxRetries, int baseDelaySeconds) {}

    record Server(
            String url,
            int timeoutSeconds,
            @Nullable String credentialId,
            @Nullable Map<String, String> headers,
            Backoff backoffPlan) {}

    record TranscriptPlan(boolean enabled) {}

    record ArtifactPlan(
            boolean recordingEnabled, String recordingFormat, boolean pcapEnabled, TranscriptPlan transcriptPlan) {}

    record MonitorPlan(boolean controlEnabled, boolean listenEnabled) {}

    record Assistant(
            String name,
            String firstMessage,
            String firstMessageMode,
            Model model,
            Voice voice,
            Transcriber transcriber,
            int maxDurationSeconds,
            VoicemailDetection voicemailDetection,
            @Nullable String voicemailMessage,
            List<String> endCallPhrases,
            List<String> serverMessages,
            @Nullable Server server,
            ArtifactPlan artifactPlan,
            MonitorPlan monitorPlan,
            Map<String, String> metadata) {}

    record Customer(String number, String name, String externalId, boolean numberE164CheckEnabled) {}

    /**
     * @param maxDurationSeconds where the call may not be as long as its assistant says, else null
     */
    record Overrides(
            Map<String, String> variableValues,
            Map<String, String> metadata,
            @Nullable Integer maxDurationSeconds) {}

    /**
     * A number that a carrier has, to be used for calls.
     *
     * @param server who is asked what to say when somebody calls it
     */
    record Number(
            String provider,
            String number,
            String twilioAccountSid,
            String twilioAuthToken,
            String name,
            boolean smsEnabled,
            @Nullable Server server) {

        /** Shows no key. */
        @Override
        public String toString() {
            return "Number[" + name + "]";
        }
    }

    /**
     * @param assistantId one that the vendor keeps, or null where {@code assistant} comes along
     */
    record Call(
            String name,
            @Nullable String assistantId,
            @Nullable JsonNode assistant,
            String phoneNumberId,
            Customer customer,
            Overrides assistantOverrides) {}

    record Control(String type) {}
}
