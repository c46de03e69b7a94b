package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A file that is taken all or nothing holds a connection to the database while it arrives. Whoever
/// sends many, and slowly, must not take them all.
class SlowFileTest extends ApiTest {
  private static final String ATOMIC = "/v1/users/import?atomic=true";
  private static final int MORE_THAN_THE_POOL = 12;

  private final List<Socket> slow = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket one : slow) {
      one.close();
    }
  }

  @Test
  void slowFilesLeaveConnectionsToOthers() throws IOException {
    TestTenant tenant = newTenant();
    for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
      slow.add(begun(tenant));
    }
    await().untilAsserted(() -> assertThat(file(tenant).status()).isEqualTo(503));

    Answer refused = file(tenant);
    assertThat(refused.code()).isEqualTo("unavailable");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(get(tenant, "/v1/users").status()).isEqualTo(200);

    hangUp();
    await().untilAsserted(() -> assertThat(file(tenant).status()).isEqualTo(200));
  }

  /// A request whose body stops after its first line.
  private Socket begun(TestTenant tenant) throws IOException {
    String token =
        authorized(tenant, ATOMIC).build().headers().firstValue("Authorization").orElse("");
    Socket socket = new Socket("127.0.0.1", address("/").getPort());
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n".formatted(ATOMIC, token)
            + "Content-Type: text/csv\r\nContent-Length: 100000\r\n\r\nref\nslow\n";
    socket.getOutputStream().write(head.getBytes(US_ASCII));
    return socket;
  }

  private Answer file(TestTenant tenant) {
    return send(
        authorized(tenant, ATOMIC)
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString("ref\nanna\n")));
  }
}
