/// Which addresses a webhook may go to: keeps a tenant from reaching into the operator's own
/// network (server-side request forgery), when an endpoint is saved and on every connection.
@NullMarked
package io.tweestap.webhook.address;

import org.jspecify.annotations.NullMarked;
