/// The look that all pages for a tenant's users share: layout, brand, languages, cookies, headers,
/// forms that no other site can send. A page brings its words, its templates and a controller
/// marked [HostedPage]; [PageProtection] makes its security chain, [Looks] its brand.
@NullMarked
package io.tweestap.page.look;

import org.jspecify.annotations.NullMarked;
