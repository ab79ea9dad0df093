using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LocalDiplomacy.EmbeddedHost.Http;

/// <summary>
/// Packs what any cache may keep: the stylesheet, the script, the register. A person's page has a form's proof and names in
/// it and says back what was asked, and the length of such a page when packed tells who listens what else it holds (BREACH).
/// </summary>
internal static class PublicCompression
{
    private static readonly string[] types =
        ["text/html", "text/css", "text/javascript", "text/csv", "application/json", "application/atom+xml", "image/svg+xml"];

    public static void AddPublicCompression(this IServiceCollection services)
    {
        // What is packed is nobody's secret, so it may be over HTTPS too.
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, types));
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, OfEverybody>();
    }

    public static void UsePublicCompression(this IApplicationBuilder app) => app.UseResponseCompression();

    private sealed class OfEverybody(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
    {
        public override bool ShouldCompressResponse(HttpContext context) =>
            context.Response.GetTypedHeaders().CacheControl is { Public: true } && base.ShouldCompressResponse(context);

        /// <summary>Asked for when the answer's first byte is written: packed and plain are not the same bytes, as a strong tag would say.</summary>
        public override ICompressionProvider? GetCompressionProvider(HttpContext context)
        {
            var (chosen, headers) = (base.GetCompressionProvider(context), context.Response.GetTypedHeaders());
            if (chosen is not null && headers.ETag is { IsWeak: false } tag) headers.ETag = new EntityTagHeaderValue(tag.Tag, isWeak: true);
            return chosen;
        }
    }
}
