export default function Page() {
  return <main>Vialog</main>;
}
