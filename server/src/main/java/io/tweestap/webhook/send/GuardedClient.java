package io.tweestap.webhook.send;

import io.tweestap.webhook.WebhookSettings;
import io.tweestap.webhook.address.HostLookup;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// The HTTP client of webhooks: connects only to addresses that the guard let through, follows no
/// redirect, keeps no cookie, repeats nothing by itself and uses no proxy.
final class GuardedClient {
  private static final TimeValue KEPT = TimeValue.ofSeconds(30);
  private static final TimeValue CHECKED_AFTER = TimeValue.ofSeconds(1);

  private GuardedClient() {}

  static CloseableHttpClient create(WebhookSettings settings, HostLookup guarded) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections(settings, guarded))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.totalTimeout()))
                .setResponseTimeout(Timeout.of(settings.totalTimeout()))
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent("Tweestap-Webhooks/1")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .evictIdleConnections(KEPT)
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      WebhookSettings settings, HostLookup guarded) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new GuardedResolver(guarded))
        .setMaxConnTotal(settings.callsAtOnce())
        // Bounded by endpoint, not by host: endpoints of many tenants may share a host.
        .setMaxConnPerRoute(settings.callsAtOnce())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.totalTimeout()))
                .setValidateAfterInactivity(CHECKED_AFTER)
                .setTimeToLive(KEPT)
                .build())
        .build();
  }

  /// What the client asks for every new connection, also when the URL holds an address.
  private record GuardedResolver(HostLookup guarded) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return guarded.addresses(host).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
