package io.agencyos.adapters.out.vapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.agencyos.application.outreach.recording.CallRecordings;
import io.agencyos.application.outreach.recording.CallRecordingsContract;
import io.agencyos.domain.shared.id.ClientId;
import org.junit.jupiter.api.AfterEach;

/** The kit against the stubs: the sandbox records what its people say, and nothing that a test could name. */
class RecordingsKitTest extends CallRecordingsContract {

    private static final String ERASED = "erased";

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public CallRecordings recordings() {
                return vendor.vapi.recordings();
            }

            @Override
            public ClientId client() {
                return Stubs.CLIENT;
            }

            @Override
            public void recorded(String vendorRef, byte[] sound) {
                String call = "/call/" + vendorRef;
                vendor.server.stubFor(get(urlPathEqualTo(call + "/mono-recording"))
                        .inScenario(vendorRef)
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse()
                                .withStatus(302)
                                .withHeader("Location", vendor.server.baseUrl() + "/storage/" + vendorRef)));
                vendor.server.stubFor(get(urlPathEqualTo("/storage/" + vendorRef))
                        .willReturn(aResponse().withBody(sound)));
                vendor.server.stubFor(delete(urlPathEqualTo(call))
                        .inScenario(vendorRef)
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo(ERASED)
                        .willReturn(aResponse().withBody("{}")));
            }

            @Override
            public void breakDown() {
                for (String method : new String[] {"GET", "DELETE"}) {
                    vendor.on(method, "/call/call-1/mono-recording", 500, "{}");
                    vendor.on(method, "/call/call-1", 500, "{}");
                }
            }
        };
    }
}
