package io.tweestap.delivery.http;

import io.tweestap.delivery.Outbox;
import io.tweestap.shared.Channel;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A provider that takes messages over HTTP. The carrier is there when `url` is set.
///
/// @param style `template` (default), or whose API the provider has: `twilio`, `restcomm`. With
///   these `url` is the origin, `auth.user` the account and `auth.secret` its token, and the rest
///   follows
/// @param url where messages are posted; `https`, or `http` to a loopback address
/// @param allowPlainHttp whether `http` to any address will do, such as a gateway in a closed
///   network; recipients, texts and credentials then travel in the clear
/// @param method `POST` (default) or `PUT`; not `GET`, whose address with recipient and text would
///   stand in the logs of every machine on the way
/// @param channels what it serves: `sms` (default), `voice`, `email`
/// @param auth how this installation shows who it is
/// @param format `json` (default) or `form`
/// @param body the template of the body, see [BodyTemplate]
/// @param idempotencyHeader name of the header with the message's id, the same for each try, by
///   which a provider can tell a repetition; empty for none
/// @param response what the provider's answer means
/// @param receipts what it reports later, and how
/// @param connectTimeout the longest that opening the connection may take
/// @param totalTimeout the longest that one message may take from the first byte to the last, at
///   most 25 seconds: below the time for which the outbox leaves a message to one node
/// @param parallel how many messages are handed over at once, 1 to 500
/// @param rank of several carriers for one channel the lowest rank is used
@ConfigurationProperties(value = "tweestap.carrier.http", ignoreUnknownFields = false)
record HttpProperties(
    @DefaultValue("template") HttpStyle style,
    @Nullable URI url,
    @DefaultValue("false") boolean allowPlainHttp,
    @DefaultValue("POST") Method method,
    @DefaultValue("sms") Set<Channel> channels,
    @DefaultValue Auth auth,
    @DefaultValue("json") Format format,
    @Nullable String body,
    @DefaultValue("Idempotency-Key") String idempotencyHeader,
    @DefaultValue ResponseProperties response,
    @DefaultValue ReceiptProperties receipts,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration totalTimeout,
    @DefaultValue("32") int parallel,
    @DefaultValue("50") int rank) {
  private static final String PREFIX = "tweestap.carrier.http.";
  private static final Duration TOTAL_MAX = Outbox.LEASE.minusSeconds(5);
  private static final int PARALLEL_MAX = 500;

  /// How the request is sent.
  enum Method {
    POST,
    PUT
  }

  /// How the body is written.
  enum Format {
    JSON,
    FORM
  }

  HttpProperties {
    channels = Set.copyOf(channels);
    if (url != null) {
      requireSafe(url, allowPlainHttp);
      requireStyle(style, body, auth);
      if (style == HttpStyle.TEMPLATE) {
        receipts.requireComplete();
      }
    }
    require(!channels.isEmpty(), "channels names no channel");
    require(connectTimeout.isPositive(), "connect-timeout must be longer than zero");
    require(
        totalTimeout.isPositive() && totalTimeout.compareTo(TOTAL_MAX) <= 0,
        "total-timeout must be longer than zero and at most 25s");
    require(parallel >= 1 && parallel <= PARALLEL_MAX, "parallel must be 1 to 500");
  }

  /// With everything in it that the style adds.
  HttpProperties completed() {
    return style.complete(this);
  }

  private static void requireStyle(HttpStyle style, @Nullable String body, Auth auth) {
    if (style == HttpStyle.TEMPLATE) {
      require(body != null, "body is missing: the template of what is sent");
    } else {
      require(body == null, "body belongs to the style template");
      require(auth.type() == Auth.Type.BASIC, "style needs auth.type basic, user and secret");
    }
  }

  private static void requireSafe(URI url, boolean allowPlainHttp) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    require(url.getHost() != null, "url has no host");
    require(url.getUserInfo() == null, "url holds a user or password: set them under auth instead");
    require(scheme.equals("https") || scheme.equals("http"), "url must begin with https://");
    require(
        scheme.equals("https") || allowPlainHttp || isLoopback(url.getHost()),
        "url is http, so recipients and texts would travel in the clear: use https, or set"
            + " allow-plain-http if the network is closed");
  }

  /// Literal addresses and `localhost` only: what a name stands for may change.
  private static boolean isLoopback(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (bare.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(bare).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(PREFIX + sentence);
    }
  }

  /// Without credentials, and without the query, which may hold some.
  @Override
  public String toString() {
    String host = url == null ? "none" : url.getScheme() + "://" + url.getAuthority();
    return "HttpProperties[" + host + ", " + format + ", " + channels + "]";
  }
}
