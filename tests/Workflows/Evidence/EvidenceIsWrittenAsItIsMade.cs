using System.IO.Compression;
using System.Security.Cryptography;
using LocalDiplomacy.Workflows.Evidence;

namespace LocalDiplomacy.Workflows.Tests.Evidence;

/// <summary>As into a response that takes nothing at once: a large case needs no more memory than its largest file.</summary>
public sealed class EvidenceIsWrittenAsItIsMade
{
    private const int Large = 3 * 1024 * 1024, Count = 12;

    [Fact]
    public async Task Each_file_is_out_before_the_next_is_read()
    {
        var response = new Outward();
        var outAtRead = new List<long>();
        var files = Enumerable.Range(0, Count).Select(number => Scan(number, () => outAtRead.Add(response.Written)));

        await new PreparedEvidence([.. files], [1], null).WriteAsync(response);

        Assert.Equal(Count, outAtRead.Count);
        // What chance fills cannot be packed: each file that is out weighs what it weighs.
        for (var read = 1; read < Count; read++) Assert.InRange(outAtRead[read] - outAtRead[read - 1], Large - 256 * 1024, Large + 256 * 1024);
        Assert.True(response.LargestWrite <= Large, $"{response.LargestWrite} bytes were written at once");
    }

    [Fact]
    public async Task What_was_written_is_the_same_each_time_and_reads_back()
    {
        using var written = new MemoryStream();
        await Prepared().WriteAsync(written);
        using var again = new MemoryStream();
        await Prepared().WriteAsync(again);

        Assert.Equal(written.ToArray(), again.ToArray());
        using var zip = new ZipArchive(written);
        Assert.Equal(["scans/0", "scans/1", "scans/2", "manifest.json", "SHA256SUMS"], zip.Entries.Select(entry => entry.FullName));
        using var scan = new MemoryStream();
        await (await zip.Entries[2].OpenAsync()).CopyToAsync(scan);
        Assert.Equal(Content(2), scan.ToArray());
    }

    [Fact]
    public async Task A_file_that_is_lost_on_the_way_ends_it_there()
    {
        var response = new Outward();
        var lost = new PreparedEvidence([Scan(0), Scan(1) with { ReadAsync = _ => throw new IOException("lost") }], [1], null);

        await Assert.ThrowsAsync<IOException>(() => lost.WriteAsync(response));

        Assert.InRange(response.Written, Large - 256 * 1024, Large + 256 * 1024);
    }

    private static PreparedEvidence Prepared() => new([Scan(0), Scan(1), Scan(2)], [1], null);

    private static EvidenceFile Scan(int number, Action? onRead = null)
    {
        var content = Content(number);
        return new($"scans/{number}", EvidenceKind.Scan, Large, Convert.ToHexStringLower(SHA256.HashData(content)), _ =>
        {
            onRead?.Invoke();
            return Task.FromResult(content);
        });
    }

    private static byte[] Content(int seed)
    {
        var content = new byte[Large];
        new Random(seed).NextBytes(content);
        return content;
    }

    /// <summary>Takes bytes as a server's response does: forward, and never while a thread waits.</summary>
    private sealed class Outward : Stream
    {
        public long Written { get; private set; }

        public int LargestWrite { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            LargestWrite = Math.Max(LargestWrite, buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
