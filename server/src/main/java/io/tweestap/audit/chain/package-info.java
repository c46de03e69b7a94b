/// The hash chain of each tenant: made, verified, and cut at the front when events are old enough.
@NullMarked
package io.tweestap.audit.chain;

import org.jspecify.annotations.NullMarked;
