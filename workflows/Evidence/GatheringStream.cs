namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>
/// Stands before a stream that takes nothing while a thread waits, as a server's response does: what is written so is
/// gathered until <see cref="PassOnAsync"/>. The ZIP library writes entries' heads and ends that way.
/// </summary>
internal sealed class GatheringStream(Stream to) : Stream
{
    private readonly MemoryStream _gathered = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public async Task PassOnAsync(CancellationToken cancel)
    {
        if (_gathered.Length == 0) return;
        await to.WriteAsync(_gathered.GetBuffer().AsMemory(0, (int)_gathered.Length), cancel).ConfigureAwait(false);
        _gathered.SetLength(0);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassOnAsync(cancellationToken).ConfigureAwait(false);
        await to.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => _gathered.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _gathered.Write(buffer);

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _gathered.Dispose();
        base.Dispose(disposing);
    }
}
