package io.tweestap.webhook.send;

import io.tweestap.webhook.DeliveryError;
import io.tweestap.webhook.WebhookSettings;
import io.tweestap.webhook.address.AddressRefusedException;
import io.tweestap.webhook.address.UrlRules;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Posts one signed body to one URL. Each post has an end: it runs on a virtual thread of its own,
/// which is interrupted when the total time is over, whatever it waits for (the JDK closes a socket
/// that an interrupted virtual thread is blocked in).
@Component
class Poster implements AutoCloseable {
  /// More of an answer's body is not read; the connection is closed instead of kept.
  private static final int MOST_READ = 16 * 1024;

  private final CloseableHttpClient client;
  private final Duration totalTimeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Poster(WebhookSettings settings, UrlRules rules) {
    this.client = GuardedClient.create(settings, rules.guardedLookup());
    this.totalTimeout = settings.totalTimeout();
  }

  /// Never throws for what the endpoint or the network does.
  Answer post(String url, Map<String, String> headers, byte[] body) {
    Future<Answer> answer = threads.submit(() -> send(url, headers, body));
    try {
      return answer.get(totalTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      answer.cancel(true);
      return new Answer.None(DeliveryError.TIMEOUT);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a webhook could not be posted", e.getCause());
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.None(DeliveryError.TIMEOUT);
    }
  }

  private Answer send(String url, Map<String, String> headers, byte[] body) {
    HttpPost request = new HttpPost(URI.create(url));
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      readSome(request, response.getEntity());
      Closer.closeQuietly(response);
      return new Answer.Status(response.getCode());
    } catch (IOException e) {
      return new Answer.None(reason(e));
    }
  }

  /// Reading to the end frees the connection for the next post; a long body is not worth it, and
  /// only canceling spares it: closing would read it all. The status has been received by then, so
  /// a body that breaks off changes nothing.
  private static void readSome(HttpPost request, @Nullable HttpEntity entity) {
    if (entity == null) {
      return;
    }
    try {
      if (entity.getContent().readNBytes(MOST_READ).length == MOST_READ) {
        request.cancel();
      }
    } catch (IOException _) {
      // The answer counts; what follows it does not.
    }
  }

  private static DeliveryError reason(IOException failure) {
    return switch (failure) {
      case AddressRefusedException _ -> DeliveryError.ADDRESS_NOT_ALLOWED;
      case UnknownHostException _ -> DeliveryError.HOST_UNKNOWN;
      case SSLException _ -> DeliveryError.TLS;
      case InterruptedIOException _ -> DeliveryError.TIMEOUT;
      default -> DeliveryError.CONNECTION;
    };
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    client.close();
  }
}
