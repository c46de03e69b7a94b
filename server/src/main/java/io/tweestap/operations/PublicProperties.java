package io.tweestap.operations;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How the world reaches this installation.
///
/// @param address origin of its pages, as in `https://login.example.org`; `http` for `localhost`
///   only. Null: this machine
@ConfigurationProperties(value = "tweestap.public", ignoreUnknownFields = false)
record PublicProperties(@Nullable URI address) {
  PublicProperties {
    if (address != null && !isOrigin(address)) {
      throw new IllegalArgumentException(
          "tweestap.public.address must be an origin, as in https://login.example.org: no path,"
              + " lower case, and http for localhost only");
    }
  }

  private static boolean isOrigin(URI address) {
    String host = address.getHost();
    boolean fits = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    return fits
        && host != null
        && host.equals(host.toLowerCase(Locale.ROOT))
        && address.toString().equals(address.getScheme() + "://" + address.getRawAuthority())
        && address.getRawUserInfo() == null
        && ("https".equals(address.getScheme()) || host.equals("localhost"));
  }
}
