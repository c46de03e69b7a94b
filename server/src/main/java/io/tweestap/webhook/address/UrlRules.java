package io.tweestap.webhook.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the address of an endpoint must look like and where it may lead.
public final class UrlRules {
  private static final int MAX_LENGTH = 2000;
  private static final int MAX_HOST_LENGTH = 253;
  private static final int FIRST_FREE_PORT = 1024;
  private static final int LAST_PORT = 65_535;

  /// Readers disagree about `0177.0.0.1`, `127.1` and `0x7f000001`; only the plain form is taken.
  private static final Pattern NUMERIC =
      Pattern.compile("(^|\\.)([0-9]+|0x[0-9a-f]*)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern DOTTED =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private final HostLookup guarded;
  private final boolean allowPrivate;

  public UrlRules(HostLookup lookup, boolean allowPrivate) {
    this.guarded = new GuardedLookup(lookup, allowPrivate);
    this.allowPrivate = allowPrivate;
  }

  /// The look-up for connections to addresses that were saved under these rules.
  public HostLookup guardedLookup() {
    return guarded;
  }

  /// Checks form, port and every address that the host has now.
  public UrlCheck check(String url) {
    if (url.length() > MAX_LENGTH) {
      return new UrlCheck.Refused("The url may have at most 2000 characters.");
    }
    try {
      URI uri = new URI(url);
      String reason = reasonAgainst(uri);
      return reason == null ? new UrlCheck.Allowed(uri) : new UrlCheck.Refused(reason);
    } catch (URISyntaxException _) {
      return new UrlCheck.Refused("The url is not a URL that can be read.");
    }
  }

  private @Nullable String reasonAgainst(URI uri) {
    if (!schemeAllowed(uri)) {
      return allowPrivate
          ? "The url must start with https:// or http://."
          : "The url must start with https://.";
    }
    if (uri.getRawUserInfo() != null) {
      return "The url must not carry a user name or password; verify the signature instead.";
    }
    if (uri.getRawFragment() != null) {
      return "The url must not have a fragment (#).";
    }
    String host = uri.getHost();
    if (host == null || host.length() > MAX_HOST_LENGTH) {
      return "The url needs a host name (an international one in its xn-- form).";
    }
    if (NUMERIC.matcher(host).find() && !DOTTED.matcher(host).matches()) {
      return "Write an IPv4 address as four decimal numbers without leading zeros.";
    }
    return portAllowed(uri.getPort())
        ? reasonAgainstHost(host)
        : "The port must be 443, 80 or between 1024 and 65535.";
  }

  private boolean schemeAllowed(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return scheme.equals("https") || (allowPrivate && scheme.equals("http"));
  }

  private static boolean portAllowed(int port) {
    boolean standard = port == -1 || port == 443 || port == 80;
    return standard || (port >= FIRST_FREE_PORT && port <= LAST_PORT);
  }

  private @Nullable String reasonAgainstHost(String host) {
    try {
      guarded.addresses(host);
      return null;
    } catch (AddressRefusedException _) {
      return allowPrivate
          ? "The host leads to an address that is reserved; webhooks do not go there."
          : "The host leads to an address that is not public. The operator can allow private"
              + " addresses with tweestap.webhook.allow-private-addresses.";
    } catch (UnknownHostException _) {
      return "The host has no address that could be found.";
    }
  }
}
