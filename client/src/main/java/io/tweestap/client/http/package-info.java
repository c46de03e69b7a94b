/// How requests travel. Internal: what is public here is so for the client's other packages only
/// and may change.
@NullMarked
package io.tweestap.client.http;

import org.jspecify.annotations.NullMarked;
