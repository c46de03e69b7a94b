package io.tweestap.delivery.smpp.wire;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Where and as whom to bind. `toString` shows no password.
///
/// @param tls makes the sockets of a connection with TLS; null for one without
/// @param enquireEvery how long a connection may be silent before `enquire_link`
/// @param answerWithin how long a response may take
public record Account(
    String host,
    int port,
    @Nullable SSLSocketFactory tls,
    String systemId,
    String password,
    String systemType,
    Duration enquireEvery,
    Duration answerWithin) {
  @Override
  public String toString() {
    return "Account[" + systemId + " at " + host + ":" + port + "]";
  }
}
