package io.tweestap.client;

import io.tweestap.client.http.Authorized;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Limits;
import io.tweestap.client.http.Surroundings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Says how a [Tweestap] is reached. Only the credentials are required.
public final class TweestapBuilder {
  private final URI address;
  private @Nullable String clientId;
  private @Nullable Secret secret;
  private boolean plainHttp;
  private Limits limits = Limits.usual();
  private Surroundings around = Surroundings.real();

  TweestapBuilder(String address) {
    this.address = URI.create(address);
  }

  /// Those of an API client of your tenant (`./tweestap clients new`).
  public TweestapBuilder credentials(String clientId, String secret) {
    this.clientId = clientId;
    this.secret = Secret.of(secret);
    return this;
  }

  /// How long to wait for a connection; 3 seconds when it is not said.
  public TweestapBuilder connectTimeout(Duration time) {
    limits =
        new Limits(
            time,
            limits.timeout(),
            limits.patience(),
            limits.attempts(),
            limits.longestWait(),
            limits.atOnce());
    return this;
  }

  /// How long to wait for one answer, all of it; 10 seconds when it is not said. Imports and
  /// exports have five minutes.
  public TweestapBuilder timeout(Duration time) {
    limits =
        new Limits(
            limits.connectTimeout(),
            time,
            limits.patience(),
            limits.attempts(),
            limits.longestWait(),
            limits.atOnce());
    return this;
  }

  /// How often a request that is safe to repeat is sent at most; 3 when it is not said, 1 repeats
  /// none.
  public TweestapBuilder attempts(int attempts) {
    limits =
        new Limits(
            limits.connectTimeout(),
            limits.timeout(),
            limits.patience(),
            attempts,
            limits.longestWait(),
            limits.atOnce());
    return this;
  }

  /// How many requests are under way at most; 100 when it is not said. Others wait as long as for a
  /// connection.
  public TweestapBuilder atOnce(int most) {
    limits =
        new Limits(
            limits.connectTimeout(),
            limits.timeout(),
            limits.patience(),
            limits.attempts(),
            limits.longestWait(),
            most);
    return this;
  }

  /// Lets secrets and codes travel in the clear to another machine: for a network that encrypts by
  /// itself, such as a service mesh. To this machine it is allowed anyway.
  public TweestapBuilder allowPlainHttp() {
    plainHttp = true;
    return this;
  }

  /// For tests.
  TweestapBuilder surroundings(Surroundings given) {
    around = given;
    return this;
  }

  /// The client. Nothing is sent yet.
  ///
  /// @throws IllegalArgumentException when the address cannot be used or the credentials are
  ///   missing
  public Tweestap build() {
    if (clientId == null || secret == null) {
      throw new IllegalArgumentException("client id and secret are missing");
    }
    checkAddress();
    return new Tweestap(new Http(new Authorized(address, clientId, secret, limits, around)));
  }

  private void checkAddress() {
    String host = address.getHost();
    if (host == null || address.getRawQuery() != null || address.getRawUserInfo() != null) {
      throw new IllegalArgumentException("an address such as https://2fa.example.org is wanted");
    }
    boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    boolean plain = "http".equalsIgnoreCase(address.getScheme()) && (here || plainHttp);
    if (!plain && !"https".equalsIgnoreCase(address.getScheme())) {
      throw new IllegalArgumentException(
          "https is wanted for " + host + "; see TweestapBuilder.allowPlainHttp()");
    }
  }
}
