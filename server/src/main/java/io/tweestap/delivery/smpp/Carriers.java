package io.tweestap.delivery.smpp;

import io.tweestap.delivery.smpp.wire.Account;
import io.tweestap.shared.TenantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/// Makes a carrier from the settings of its link.
@Component
class Carriers {
  private final PaceRows paces;
  private final ObjectProvider<SslBundles> bundles;
  private final LinkReceivers receivers;
  private final SecureRandom random;
  private final Clock clock;

  Carriers(
      PaceRows paces,
      ObjectProvider<SslBundles> bundles,
      LinkReceivers receivers,
      SecureRandom random,
      Clock clock) {
    this.paces = paces;
    this.bundles = bundles;
    this.receivers = receivers;
    this.random = random;
    this.clock = clock;
  }

  /// A carrier that is not open yet.
  ///
  /// @param owner the tenant that looks after it; empty for the link of the settings
  /// @throws RuntimeException when its trust store is not there
  SmppCarrier make(LinkSettings settings, String password, Optional<TenantId> owner) {
    Account account =
        new Account(
            settings.host(),
            settings.port(),
            trust(settings),
            settings.systemId(),
            password,
            settings.systemType(),
            settings.enquireEvery(),
            settings.answerWithin());
    return new SmppCarrier(settings, account, receivers.of(settings, owner), paces, random, clock);
  }

  /// Whether a carrier can be made of these settings on this node.
  ///
  /// @throws InvalidLinkException when its trust store is not there
  void check(LinkSettings settings) {
    try {
      trust(settings);
    } catch (RuntimeException _) {
      throw new InvalidLinkException(
          "ssl_bundle", "Name a bundle of spring.ssl.bundle that every node has.");
    }
  }

  private @Nullable SSLSocketFactory trust(LinkSettings settings) {
    if (!settings.tls()) {
      return null;
    }
    String name = settings.sslBundle();
    return name == null
        ? (SSLSocketFactory) SSLSocketFactory.getDefault()
        : bundles.getObject().getBundle(name).createSslContext().getSocketFactory();
  }
}
