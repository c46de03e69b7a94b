package io.tweestap.delivery.mail;

import io.tweestap.delivery.Outbox;
import io.tweestap.shared.EmailAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mail server that takes messages of the channel `email`. The carrier is there when `host` is
/// set.
///
/// @param host name or address of the mail server; with TLS its certificate must carry this name
/// @param port TCP port; 587 is the usual one for STARTTLS, 465 for TLS from the start
/// @param user name to sign in with; without it nobody signs in
/// @param password password of that user
/// @param from address that mails come from; the name beside it is the message's sender
/// @param security how the connection is protected: `starttls` (default; a server that does not
///   offer it is not used), `tls` (from the first byte) or `none` (no password is sent then)
/// @param sslBundle name of a `spring.ssl.bundle` whose trust store is used instead of the JVM's,
///   for a mail server with a certificate of the house
/// @param connectTimeout the longest that opening the connection may take
/// @param readTimeout the longest that one answer of the server may take
/// @param totalTimeout the longest that one mail may take from the first byte to the last, at most
///   25 seconds: below the time for which the outbox leaves a message to one node
/// @param parallel how many mails are handed over at once, 1 to 100
/// @param rank of several carriers for one channel the lowest rank is used
@ConfigurationProperties(value = "tweestap.carrier.mail", ignoreUnknownFields = false)
record MailProperties(
    @Nullable String host,
    @DefaultValue("587") int port,
    @Nullable String user,
    @Nullable String password,
    @Nullable String from,
    @DefaultValue("starttls") Security security,
    @Nullable String sslBundle,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("20s") Duration totalTimeout,
    @DefaultValue("8") int parallel,
    @DefaultValue("100") int rank) {
  private static final String PREFIX = "tweestap.carrier.mail.";
  private static final Duration TOTAL_MAX = Outbox.LEASE.minusSeconds(5);
  private static final int PARALLEL_MAX = 100;
  private static final int PORT_MAX = 65_535;

  /// How the connection is protected.
  enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  MailProperties {
    if (host != null) {
      require(from != null, "from is missing: the address that mails come from");
      require(
          (user == null) == (password == null), "user and password come together or not at all");
      require(
          user == null || security != Security.NONE,
          "security is none, so user and password would be sent in the clear: leave them out, or"
              + " choose starttls or tls");
    }
    if (from != null) {
      requireAddress(from);
    }
    require(port >= 1 && port <= PORT_MAX, "port is not a port: 1 to 65535");
    require(connectTimeout.isPositive(), "connect-timeout must be longer than zero");
    require(readTimeout.isPositive(), "read-timeout must be longer than zero");
    require(
        totalTimeout.isPositive() && totalTimeout.compareTo(TOTAL_MAX) <= 0,
        "total-timeout must be longer than zero and at most 25s");
    require(parallel >= 1 && parallel <= PARALLEL_MAX, "parallel must be 1 to 100");
  }

  private static void requireAddress(String from) {
    try {
      new EmailAddress(from);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PREFIX + "from is not a mail address", e);
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(PREFIX + sentence);
    }
  }

  /// Without the password.
  @Override
  public String toString() {
    return "MailProperties[" + host + ":" + port + ", " + security + "]";
  }
}
